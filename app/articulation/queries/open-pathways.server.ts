import { catalogue } from "~/catalogues/queries/catalogue.server";
import { read } from "~/platform/db/client.server";
import { partsOf } from "../plan.server";
import type { OpenQuery } from "../schema";
import { stageLines } from "./pathways-list.server";

const PAGE = 20;
const MOST_MAJORS = 100;

/**
 * Running pathways, for anybody who chooses a school: newest first. Goes in: a kind, words of the title or of a stage's major,
 * the id after which to go on. Comes out: at most twenty with both stages, the stage examination and the filing number;
 * nothing about persons.
 */
export const openPathways = async ({ kind, q, after }: OpenQuery) => {
  const codes = q
    ? [...(await catalogue()).majors.values()]
        .filter((major) => major.name.includes(q) || major.code === q)
        .slice(0, MOST_MAJORS)
        .map((major) => major.code)
    : [];
  const majors = await read.articulationStage.findMany({
    where: { majorCode: { in: codes } },
    take: 200,
    select: { pathwayId: true },
  });
  const found = await read.articulationPathway.findMany({
    where: {
      state: "running",
      ...(kind ? { kind } : {}),
      ...(after ? { id: { lt: after } } : {}),
      ...(q ? { OR: [{ title: { contains: q } }, { id: { in: majors.map((one) => one.pathwayId) } }] } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const page = found.slice(0, PAGE);
  const lines = await stageLines(page.map((row) => row.id));
  return {
    next: found.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    pathways: page.map((row) => ({
      id: row.id,
      title: row.title,
      kind: row.kind,
      summary: row.summary,
      filingNumber: row.filingNumber,
      approvedOn: row.approvedOn,
      firstIntake: row.firstIntake,
      examDay: row.examDay,
      passBp: row.examPassBp,
      parts: partsOf(row),
      stages: (lines.get(row.id) ?? []).map(({ schoolId, school, majorName, quota, years, level }) => ({
        schoolId,
        school,
        majorName,
        quota,
        years,
        level,
      })),
    })),
  };
};
