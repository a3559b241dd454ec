import { isSameName } from "./similar-name";

/** What is compared of an organization; hashes and keys are equal or not, nothing is read back from them. */
export type Comparable = {
  id: string;
  kind: string;
  name: string;
  industryCode: string | null;
  uscc: string | null;
  schoolCode: string | null;
  publicCode: string | null;
  phoneHash: string | null;
  mailDomain: string | null;
  nameStem: string | null;
  addressKey: string | null;
};

export const LIKENESS_FACTS = ["code", "phone", "name", "mailDomain", "address", "stem"] as const;
export type LikenessFactKind = (typeof LIKENESS_FACTS)[number];

/** One thing two organizations share; `value` is empty where it is personal. */
export type LikenessFact = { fact: LikenessFactKind; value: string };

export const LIKENESS_RELATIONS = ["school_enterprise", "school_agent", "enterprise_agent", "twin"] as const;
export type LikenessRelation = (typeof LIKENESS_RELATIONS)[number];

export type Likenesses = { relation: LikenessRelation | null; facts: LikenessFact[]; weight: number };

/** How telling each fact is. House rule: a phone or an address is one body's, a word in a name is many's. */
const WEIGHTS: Record<LikenessFactKind, number> = {
  code: 4,
  phone: 3,
  name: 3,
  mailDomain: 2,
  address: 2,
  stem: 1,
};

/** From this weight on a pair is put before the operator by itself. House rule. */
export const LEAD_WEIGHT = 2;

const SCHOOLS = new Set(["school", "general_school"]);

/** GB/T 4754 group 726, human resources services: 职业中介, 劳务派遣 and their like. */
const AGENCY_GROUP = "726";

const AGENCY_NAME = /人力资源|劳务|职业介绍|职业中介|人才服务/;

type Named = Pick<Comparable, "kind" | "name" | "industryCode">;

/**
 * Whether an enterprise places people for others, by its industry (GB/T 4754 group 726) or by its name. The internship
 * rules let no agency organize internships, so its ties to a school are worth a look. House rule, a fact and no verdict.
 */
export const isAgent = ({ kind, name, industryCode }: Named): boolean =>
  kind === "enterprise" && ((industryCode ?? "").startsWith(AGENCY_GROUP) || AGENCY_NAME.test(name));

const roleOf = (one: Named): "school" | "agent" | "enterprise" | "other" => {
  if (SCHOOLS.has(one.kind)) return "school";
  if (one.kind !== "enterprise") return "other";
  return isAgent(one) ? "agent" : "enterprise";
};

/** What a pair is to each other, where being alike matters; null where it does not. */
const relationOf = (a: Named, b: Named): LikenessRelation | null => {
  const roles = new Set([roleOf(a), roleOf(b)]);
  if (roles.has("school") && roles.has("agent")) return "school_agent";
  if (roles.has("school") && roles.has("enterprise")) return "school_enterprise";
  if (roles.has("agent") && roles.has("enterprise")) return "enterprise_agent";
  return a.kind === b.kind ? "twin" : null;
};

const shared = (a: string | null, b: string | null): string | null => (a && a === b ? a : null);

const codeOf = (a: Comparable, b: Comparable): string | null =>
  shared(a.uscc, b.uscc) ??
  shared(a.schoolCode, b.schoolCode) ??
  shared(a.schoolCode, b.publicCode) ??
  shared(a.publicCode, b.schoolCode);

/**
 * What two organizations share that two independent bodies rarely share: a code, the contact's phone (by keyed hash), the
 * name but for its legal form, a mail domain that is no public service, the house of the address, the telling part of the
 * name. Goes in: both, in either order. Comes out: the facts, the most telling first, what the two are to each other, and
 * the weight of it all; for a twin the telling part of a name alone says nothing. The same organization shares nothing.
 * House rule: facts for the operator, who decides.
 */
export const likenesses = (a: Comparable, b: Comparable): Likenesses => {
  if (a.id === b.id) return { relation: null, facts: [], weight: 0 };
  const relation = relationOf(a, b);
  const sameName = isSameName(a.name, b.name);
  const found: [LikenessFactKind, string | null][] = [
    ["code", codeOf(a, b)],
    ["phone", shared(a.phoneHash, b.phoneHash) === null ? null : ""],
    ["name", sameName ? a.name : null],
    ["mailDomain", shared(a.mailDomain, b.mailDomain)],
    ["address", shared(a.addressKey, b.addressKey)?.slice(5) ?? null],
    ["stem", sameName || relation === "twin" ? null : shared(a.nameStem, b.nameStem)],
  ];
  const facts = found.flatMap(([fact, value]) => (value === null ? [] : [{ fact, value }]));
  return { relation, facts, weight: facts.reduce((sum, { fact }) => sum + WEIGHTS[fact], 0) };
};

/** Two of one kind share a domain or a building often enough: only a phone, name or code makes them one body. */
export const TWIN_WEIGHT = 3;

/** Whether a pair goes before the operator by itself: a relation that matters and facts that weigh enough. House rule. */
export const isLead = ({ relation, weight }: Likenesses): boolean =>
  relation !== null && weight >= (relation === "twin" ? TWIN_WEIGHT : LEAD_WEIGHT);
