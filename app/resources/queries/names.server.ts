import { read } from "~/platform/db/client.server";

/** The names of organizations by id; unknown ones are left out. One query. */
export const organizationNames = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
};
