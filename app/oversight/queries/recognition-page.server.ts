import { investedByYear, partnerDeeds } from "~/agreements/queries/partner-deeds.sqlite.server";
import type { MemberCtx } from "~/identity/actor";
import { hostBenefit } from "~/placements/queries/host-benefit.sqlite.server";
import { longPlacements } from "~/placements/queries/long-placements.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { givenLines } from "../rules/recognition/given";
import { addMonths } from "../rules/recognition/lifecycle";
import {
  CRITERIA,
  type CriterionId,
  type RecognitionPack,
  recognitionPack,
} from "../rules/recognition/packs";
import { type BenefitYear, benefitLines, progressOf, type Shown } from "../rules/recognition/progress";

const MOST_EVIDENCE = 200;
const YEARS_SHOWN = 6;

/** What the enterprise gave and got by year, with what it says recruiting one person costs it. */
export const givenYears = async (organizationId: string, thisYear: number) => {
  const since = `${thisYear - YEARS_SHOWN + 1}-01-01`;
  const kept = await read.surchargeYear.findMany({
    where: { organizationId, recruitFen: { not: null } },
    take: 20,
    select: { year: true, recruitFen: true },
  });
  return {
    years: hostBenefit(organizationId, since),
    recruitFen: new Map(kept.map(({ year, recruitFen }) => [year, recruitFen ?? 0])),
  };
};

const sinceOf = (years: number | null, today: string): string =>
  years === null ? "0000-01-01" : addMonths(today, -12 * years);

/** What records and own evidence show for each condition of a pack, on a civil date. */
export const recognitionShown = async (
  organizationId: string,
  pack: RecognitionPack,
  today: string,
): Promise<Shown> => {
  const years = (id: CriterionId): string =>
    sinceOf(pack.criteria.find((one) => one.id === id)?.years ?? null, today);
  const deeds = partnerDeeds(organizationId, years("CJ-5"));
  const records: Record<CriterionId, number> = {
    "CJ-1": deeds.consortia,
    "CJ-2": longPlacements(organizationId, years("CJ-2"), today),
    "CJ-3": 0,
    "CJ-4": deeds.programmes,
    "CJ-5": deeds.investedFen,
    "CJ-6": 0,
  };
  const own = await read.recognitionEvidence.findMany({
    where: { organizationId, withdrawnAt: null },
    take: MOST_EVIDENCE,
    select: { criterionId: true, quantity: true, happenedOn: true },
  });
  return Object.fromEntries(
    CRITERIA.map((id) => [
      id,
      {
        records: records[id],
        own: own
          .filter((one) => one.criterionId === id && one.happenedOn >= years(id))
          .reduce((sum, one) => sum + one.quantity, 0),
      },
    ]),
  ) as Shown;
};

/** An enterprise's years of surcharges and investment: its own figures, its contributions where it gave none. */
export const benefitYears = async (organizationId: string, thisYear: number): Promise<BenefitYear[]> => {
  const invested = investedByYear(organizationId);
  const kept = await read.surchargeYear.findMany({
    where: { organizationId },
    orderBy: { year: "asc" },
    take: 20,
  });
  const years = new Set([...invested.keys(), ...kept.map(({ year }) => year), thisYear]);
  return [...years]
    .sort((a, b) => a - b)
    .slice(-YEARS_SHOWN)
    .map((year) => {
      const own = kept.find((one) => one.year === year);
      return {
        year,
        surchargeFen: own?.surchargeFen ?? 0,
        investmentFen: own?.investmentFen ?? invested.get(year) ?? 0,
      };
    });
};

/**
 * An enterprise's way to recognition: conditions with what is shown and missing, its own evidence, the benefit statement,
 * the application under way. Goes in: a member of the enterprise. Comes out: everything the page shows, from records alone.
 */
export const recognitionPage = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const today = civilDate(ctx.clock.now());
  const thisYear = Number(today.slice(0, 4));
  const { regionCode, employees } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true, employees: true },
  });
  const pack = recognitionPack(regionCode, today);
  const [shown, years, evidence, current, thisSurcharge] = await Promise.all([
    recognitionShown(organizationId, pack, today),
    benefitYears(organizationId, thisYear),
    read.recognitionEvidence.findMany({
      where: { organizationId, withdrawnAt: null },
      orderBy: [{ happenedOn: "desc" }, { id: "desc" }],
      take: 50,
    }),
    read.recognition.findFirst({ where: { organizationId }, orderBy: { createdAt: "desc" } }),
    read.surchargeYear.findUnique({ where: { organizationId_year: { organizationId, year: thisYear } } }),
  ]);
  const given = await givenYears(organizationId, thisYear);
  const hours = partnerDeeds(organizationId, sinceOf(3, today)).hours;
  return {
    today,
    thisYear,
    employees,
    pack: {
      id: pack.id,
      title: pack.title,
      source: pack.source,
      verified: pack.verified,
      cultivationMonths: pack.cultivationMonths,
    },
    progress: progressOf(pack, shown),
    years,
    benefits: benefitLines(years),
    hours,
    given: givenLines(given.years, given.recruitFen, { own: true }),
    givenOutside: givenLines(given.years, given.recruitFen, { own: false }),
    recruitFen: thisSurcharge?.recruitFen ?? null,
    surchargeFen: thisSurcharge?.surchargeFen ?? null,
    evidence: evidence.map(({ id, criterionId, quantity, happenedOn, note, fileId }) => ({
      id,
      criterionId,
      quantity,
      happenedOn,
      note,
      fileId,
    })),
    current: current && {
      id: current.id,
      state: current.state,
      appliedOn: current.appliedOn,
      awardedOn: current.awardedOn,
      expiresOn: current.expiresOn,
      note: current.note,
    },
  };
};

export type RecognitionPage = Awaited<ReturnType<typeof recognitionPage>>;
