import { randomBytes } from "node:crypto";
import { catalogue } from "~/catalogues/queries/catalogue.server";
import { config } from "~/platform/config/config.server";
import type { ReadClient } from "~/platform/db/client.server";
import { translatorFor } from "~/words/translator.server";
import type { AssessmentRow } from "./assessment-record.server";
import type { Db } from "./head-count.server";
import type { PlacementRow } from "./placement-scope.server";
import { competencesOf, type Level, type Rubric } from "./rules/assessment";
import type { Attendance } from "./rules/attendance";
import type { CertificateFacts } from "./rules/credential";
import { placementTerms } from "./terms";

type Graded = AssessmentRow & { grade: string; totalCenti: number };

/** Everything a certificate says, gathered from the records of an assessed placement. A credential is in Chinese. */
export const certificateFacts = async (
  db: Db,
  placement: PlacementRow,
  assessment: Graded,
  given: { code: string; listIndex: number; issuedAt: Date },
): Promise<CertificateFacts> => {
  const tables = db as ReadClient;
  const t = translatorFor("zh-CN");
  const [books, student, organizations] = await Promise.all([
    catalogue(),
    tables.student.findUniqueOrThrow({ where: { id: placement.studentId }, select: { name: true } }),
    tables.organization.findMany({
      where: { id: { in: [placement.schoolId, placement.hostId] } },
      select: { id: true, name: true, website: true },
    }),
  ]);
  const named = (id: string) => {
    const found = organizations.find((one) => one.id === id);
    return { id, name: found?.name ?? "", website: found?.website || null };
  };
  const terms = placementTerms.parse(JSON.parse(placement.terms));
  const levels = JSON.parse(assessment.competences) as Record<string, Level>;
  const worked = JSON.parse(assessment.attendance ?? "null") as Attendance | null;
  const occupation = terms.occupationCode ? books.occupations.get(terms.occupationCode) : undefined;
  const school = named(placement.schoolId);
  const host = named(placement.hostId);
  const major = books.majors.get(placement.majorCode);
  return {
    baseUrl: config().baseUrl,
    code: given.code,
    issuedAt: given.issuedAt.toISOString(),
    school,
    host,
    student,
    salt: randomBytes(16).toString("hex"),
    title: placement.title,
    major: { code: placement.majorCode, name: major?.name ?? "" },
    occupation: occupation ? { code: occupation.code, name: occupation.name } : null,
    startsOn: placement.startedOn ?? placement.startsOn,
    endsOn: placement.endedOn ?? placement.endsOn,
    hours: worked?.hours ?? null,
    hoursBasis: worked?.basis ?? "agreed",
    competences: competencesOf(terms, JSON.parse(assessment.rubric) as Rubric).map((name) => {
      const level = levels[name] ?? "not_yet";
      return { name, level, levelName: t.any(`outcomes.level.${level}`) };
    }),
    grade: { code: assessment.grade, name: t.any(`outcomes.grade.${assessment.grade}`) },
    totalCenti: assessment.totalCenti,
    creditsCenti: assessment.creditsCenti ?? 0,
    criteria: t.any("outcomes.certificate.criteria"),
    description: t.any("outcomes.certificate.description", {
      host: host.name,
      title: placement.title,
      school: school.name,
    }),
    listIndex: given.listIndex,
  };
};
