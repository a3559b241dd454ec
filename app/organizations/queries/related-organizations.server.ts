import { read } from "~/platform/db/client.server";
import { COMPARED, type Compared, candidatesFor } from "../likeness-keys.server";
import { LIKENESS_FACTS, likenesses } from "../rules/likeness";
import { nameKernel } from "../rules/similar-name";
import type { SharedFact } from "../shapes";
import { searchPage } from "./search-organizations.sqlite.server";

const MOST = 10;

/** Organizations the public list finds by the kernel of a name: the same name under another legal form. */
const namedAlike = async (organization: Compared): Promise<Compared[]> => {
  const near = searchPage({ words: nameKernel(organization.name), kind: null, province: null }, null, 50);
  return read.organization.findMany({
    where: {
      id: { in: near.hits.map((hit) => hit.organizationId), not: organization.id },
      state: { notIn: ["merged", "ended"] },
    },
    take: 60,
    select: COMPARED,
  });
};

/**
 * What an organization shares with others on the platform: code, phone (by its keyed hash), name but for the legal form,
 * mail domain, house, telling part of the name. Goes in: its id. Comes out: plain facts for the operator, at most ten of
 * each, the most telling first; they decide nothing by themselves. House rule.
 */
export const sharedFacts = async (organizationId: string): Promise<SharedFact[]> => {
  const organization = await read.organization.findUnique({
    where: { id: organizationId },
    select: COMPARED,
  });
  if (!organization) return [];
  const [near, named] = await Promise.all([candidatesFor(read, organization), namedAlike(organization)]);
  const others = [...new Map([...near, ...named].map((other) => [other.id, other])).values()];
  const facts = others.flatMap((other) => {
    const alike = likenesses(organization, other);
    const { id, name, kind, state } = other;
    return alike.facts.map(
      (fact): SharedFact => ({ ...fact, relation: alike.relation, other: { id, name, kind, state } }),
    );
  });
  return LIKENESS_FACTS.flatMap((kind) => facts.filter(({ fact }) => fact === kind).slice(0, MOST));
};
