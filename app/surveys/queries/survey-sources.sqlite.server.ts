import type { CodeRange } from "~/catalogues/rules/regions";
import { rawReader } from "~/platform/db/client.server";
import { translatorFor } from "~/words/translator.server";
import { AUDIENCES, type Audience, type Bilingual, isAnonymous } from "../rules/template";

/** Surveys named one by one; further ones are only counted. */
const MOST_NAMED = 4;

type Scope = { kind: "organization"; id: string } | { kind: "region"; range: CodeRange };

type Source = {
  audience: Audience;
  title: string;
  owner: string;
  opensOn: string;
  closesOn: string;
  invited: number;
  answered: number;
};

const SQL = (where: string): string =>
  `SELECT v.audience, v.title, o.name AS owner, v.opensOn, v.closesOn, SUM(s.byMail + s.onPaper) AS invited,
    SUM(s.answered) AS answered
   FROM Survey v JOIN SurveySchool s ON s.surveyId = v.id JOIN Organization sc ON sc.id = s.schoolId
   JOIN Organization o ON o.id = v.ownerId
   WHERE v.state = 'closed' AND s.withheld = '' AND substr(v.opensOn, 1, 4) = @year AND ${where}
   GROUP BY v.id ORDER BY v.opensOn, v.id LIMIT 2000`;

/** The indicator an audience's satisfaction is told by. */
const INDICATORS: Record<Audience, string> = {
  student: "satisfaction_students",
  graduate: "satisfaction_last_graduates",
  parent: "satisfaction_parents",
  teacher: "satisfaction_staff",
  employer: "satisfaction_employers",
};

const sentence = (audience: Audience, sources: readonly Source[], language: "zh-CN" | "en"): string => {
  const t = translatorFor(language).room("surveys");
  const total = (of: (source: Source) => number) => sources.reduce((sum, source) => sum + of(source), 0);
  const named = sources
    .slice(0, MOST_NAMED)
    .map(({ title, owner, opensOn, closesOn }) => t("source.one", { title, owner, opensOn, closesOn }));
  return t("source.all", {
    count: sources.length,
    invited: total(({ invited }) => invited),
    answered: total(({ answered }) => answered),
    way: t(isAnonymous(audience) ? "source.anonymous" : "source.named"),
    list: named.join(t("source.between")),
    more: sources.length > MOST_NAMED ? t("source.more", { count: sources.length - MOST_NAMED }) : "",
  });
};

/**
 * Where the satisfaction of a year comes from: how many surveys, how many were invited and answered, in which way, and the
 * first of them by name. Goes in: a school or the codes of a region, and the year. Comes out: a sentence by indicator; none
 * where no survey is told. What is not told apart is not in it, as it is not in the figure.
 */
export const satisfactionSources = (scope: Scope, year: string): ReadonlyMap<string, Bilingual> => {
  const where =
    scope.kind === "organization" ? "s.schoolId = @id" : "sc.regionCode >= @from AND sc.regionCode < @before";
  const asked = scope.kind === "organization" ? { id: scope.id } : scope.range;
  const sources = rawReader()
    .prepare<unknown[], Source>(SQL(where))
    .all({ year, ...asked });
  return new Map(
    AUDIENCES.flatMap((audience) => {
      const theirs = sources.filter((source) => source.audience === audience);
      if (theirs.length === 0) return [];
      return [
        [
          INDICATORS[audience],
          { zh: sentence(audience, theirs, "zh-CN"), en: sentence(audience, theirs, "en") },
        ] as const,
      ];
    }),
  );
};
