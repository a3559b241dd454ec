import { read } from "~/platform/db/client.server";

/** The verified enterprise of exactly this name or short name; null when there is none, or more than one. */
export const enterpriseNamed = async (name: string): Promise<string | null> => {
  const wanted = name.trim();
  const found = await read.organization.findMany({
    where: { kind: "enterprise", state: "verified", OR: [{ name: wanted }, { shortName: wanted }] },
    take: 2,
    select: { id: true },
  });
  return found.length === 1 ? found[0]!.id : null;
};
