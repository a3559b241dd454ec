import { scriptJson } from "./script-json";

/** What a listing of a post says to search engines. Amounts in fen a month, civil dates, ISO instants. */
export type PostingFacts = {
  title: string;
  summary: string;
  organization: string;
  place: string;
  address: string;
  publishedAt: string;
  openUntil: string | null;
  startsOn: string | null;
  payMinFen: number | null;
  payMaxFen: number | null;
  seatsLeft: number | null;
  url: string;
};

const yuan = (fen: number) => fen / 100;

/**
 * schema.org JobPosting as JSON that may stand inside a script element. In: the facts. Out: text. Source: schema.org/JobPosting.
 */
export const jobPosting = (facts: PostingFacts): string => {
  const least = facts.payMinFen;
  return scriptJson({
    "@context": "https://schema.org",
    "@type": "JobPosting",
    title: facts.title,
    description: facts.summary || facts.title,
    datePosted: facts.publishedAt,
    ...(facts.openUntil ? { validThrough: `${facts.openUntil}T23:59:59+08:00` } : {}),
    ...(facts.startsOn ? { jobStartDate: facts.startsOn } : {}),
    employmentType: "INTERN",
    hiringOrganization: { "@type": "Organization", name: facts.organization },
    jobLocation: {
      "@type": "Place",
      address: {
        "@type": "PostalAddress",
        addressCountry: "CN",
        addressLocality: facts.place,
        ...(facts.address ? { streetAddress: facts.address } : {}),
      },
    },
    ...(least === null
      ? {}
      : {
          baseSalary: {
            "@type": "MonetaryAmount",
            currency: "CNY",
            value: {
              "@type": "QuantitativeValue",
              minValue: yuan(least),
              maxValue: yuan(facts.payMaxFen ?? least),
              unitText: "MONTH",
            },
          },
        }),
    ...(facts.seatsLeft === null ? {} : { totalJobOpenings: facts.seatsLeft }),
    directApply: true,
    url: facts.url,
  });
};
