import { scriptJson } from "./script-json";

/** What a place in a firm says to search engines as a programme of learning at work. Amounts in fen a month. */
export type ProgramFacts = {
  title: string;
  summary: string;
  kind: string;
  organization: string;
  organizationUrl: string;
  occupation: { code: string; name: string } | null;
  place: string;
  startsOn: string | null;
  endsOn: string | null;
  openUntil: string | null;
  seats: number | null;
  payMinFen: number | null;
  payMaxFen: number | null;
  url: string;
};

/**
 * schema.org WorkBasedProgram as JSON that may stand inside a script element. In: the facts. Out: text. A wage is told
 * only where it is one amount: a range has no median anybody stated. Source: schema.org/WorkBasedProgram.
 */
export const workBasedProgram = (facts: ProgramFacts): string => {
  const { occupation, payMinFen, payMaxFen } = facts;
  const oneWage = payMinFen !== null && (payMaxFen === null || payMaxFen === payMinFen);
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "WorkBasedProgram",
    name: facts.title,
    description: facts.summary || facts.title,
    programType: facts.kind,
    provider: { "@type": "Organization", name: facts.organization, url: facts.organizationUrl },
    ...(occupation
      ? {
          occupationalCategory: {
            "@type": "CategoryCode",
            codeValue: occupation.code,
            name: occupation.name,
            inCodeSet: { "@type": "CategoryCodeSet", name: "中华人民共和国职业分类大典" },
          },
        }
      : {}),
    ...(facts.startsOn ? { startDate: facts.startsOn } : {}),
    ...(facts.endsOn ? { endDate: facts.endsOn } : {}),
    ...(facts.openUntil ? { applicationDeadline: facts.openUntil } : {}),
    ...(facts.seats === null ? {} : { maximumEnrollment: facts.seats }),
    ...(oneWage
      ? {
          trainingSalary: {
            "@type": "MonetaryAmountDistribution",
            currency: "CNY",
            duration: "P1M",
            median: payMinFen / 100,
          },
        }
      : {}),
    url: facts.url,
  });
};
