import { read } from "~/platform/db/client.server";
import { isSameName, nameKernel } from "../rules/similar-name";
import type { SharedFact } from "../shapes";
import { searchPage } from "./search-organizations.sqlite.server";

type Known = {
  id: string;
  kind: string;
  name: string;
  schoolCode: string | null;
  phoneHash: string | null;
  mailDomain: string | null;
};

const OTHER = { id: true, name: true, kind: true, state: true } as const;
const LIVE = { notIn: ["merged", "ended"] };
const MOST = 10;

const SCHOOLS = new Set(["school", "general_school"]);

const crosses = (a: string, b: string): boolean =>
  (SCHOOLS.has(a) && b === "enterprise") || (SCHOOLS.has(b) && a === "enterprise");

const sameNames = async (organization: Known) => {
  const near = searchPage({ words: nameKernel(organization.name), kind: null, province: null }, null, 50);
  const rows = await read.organization.findMany({
    where: {
      state: LIVE,
      OR: [{ name: organization.name }, { id: { in: near.hits.map((hit) => hit.organizationId) } }],
    },
    take: 60,
    select: OTHER,
  });
  return rows.filter((row) => isSameName(row.name, organization.name));
};

/**
 * What an organization shares with others on the platform: name but for the legal form, the school code a public list
 * prints, the contact's phone (by its keyed hash), the mail domain of its people. Plain facts for the operator, at most
 * ten of each; they decide nothing by themselves. House rule.
 */
export const sharedFacts = async (organization: Known): Promise<SharedFact[]> => {
  const { id, schoolCode, phoneHash, mailDomain } = organization;
  const others = { id: { not: id }, state: LIVE };
  const [names, codes, phones, domains] = await Promise.all([
    sameNames(organization),
    schoolCode
      ? read.organization.findMany({
          where: { ...others, publicCode: schoolCode },
          take: MOST,
          select: OTHER,
        })
      : [],
    phoneHash
      ? read.organization.findMany({ where: { ...others, phoneHash }, take: MOST, select: OTHER })
      : [],
    mailDomain
      ? read.organization.findMany({ where: { ...others, mailDomain }, take: MOST, select: OTHER })
      : [],
  ]);
  const facts = (
    fact: SharedFact["fact"],
    value: string,
    rows: readonly SharedFact["other"][],
  ): SharedFact[] =>
    rows
      .filter((other) => other.id !== id)
      .slice(0, MOST)
      .map((other) => ({ fact, value, crosses: crosses(organization.kind, other.kind), other }));
  return [
    ...facts("name", organization.name, names),
    ...facts("code", schoolCode ?? "", codes),
    ...facts("phone", "", phones),
    ...facts("mailDomain", mailDomain ?? "", domains),
  ];
};
