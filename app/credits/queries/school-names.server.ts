import { read } from "~/platform/db/client.server";

/** Names of some schools by id, the short ones where there are any. */
export const namesOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, shortName: true },
  });
  return new Map(rows.map((row) => [row.id, row.shortName || row.name]));
};
