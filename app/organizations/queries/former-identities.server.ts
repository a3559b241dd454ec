import { read } from "~/platform/db/client.server";

export type FormerIdentityItem = {
  field: "name" | "uscc" | "schoolCode";
  value: string;
  until: string;
  because: "renamed" | "merged";
};

/** Names and codes an organization no longer has, the latest first, at most thirty. */
export const formerIdentities = async (organizationId: string): Promise<FormerIdentityItem[]> => {
  const rows = await read.formerIdentity.findMany({
    where: { organizationId },
    orderBy: { until: "desc" },
    take: 30,
    select: { field: true, value: true, until: true, because: true },
  });
  return rows.map((row) => ({
    field: row.field as FormerIdentityItem["field"],
    value: row.value,
    until: row.until.toISOString(),
    because: row.because as FormerIdentityItem["because"],
  }));
};
