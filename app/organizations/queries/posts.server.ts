import { hazardsFrom } from "~/catalogues/hazards";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { read } from "~/platform/db/client.server";
import type { ListedPost } from "../shapes";
import { codeFieldText } from "./resolve-code.server";

const byName = [{ closedAt: "asc" as const }, { createdAt: "desc" as const }];

/** Posts of an organization, open ones first, newest first, at most 500. */
export const postsOf = async (organizationId: string, onlyOpen = false): Promise<ListedPost[]> => {
  const { occupations } = await catalogue();
  const rows = await read.post.findMany({
    where: { organizationId, ...(onlyOpen ? { closedAt: null } : {}) },
    orderBy: byName,
    take: 500,
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    occupationCode: row.occupationCode,
    occupation: occupations.get(row.occupationCode)?.name ?? row.occupationCode,
    headcount: row.headcount,
    samePostPayFen: row.samePostPayFen,
    labourIntensity: row.labourIntensity,
    hazards: hazardsFrom(row.hazards),
    closed: row.closedAt !== null,
  }));
};

/** One post of the own organization as its form shows it, or null when it is not theirs. */
export const ownPost = async (organizationId: string, id: string) => {
  const row = await read.post.findFirst({ where: { id, organizationId } });
  if (!row) return null;
  return {
    id,
    version: row.version,
    name: row.name,
    occupation: await codeFieldText("occupations", row.occupationCode),
    headcount: row.headcount,
    samePostPayFen: row.samePostPayFen,
    labourIntensity: row.labourIntensity,
    hazards: hazardsFrom(row.hazards),
    closed: row.closedAt !== null,
  };
};
