import { pinyinKey } from "~/catalogues/pinyin-key.server";
import type { Tx } from "~/platform/db/gate.server";
import { searchTokens } from "~/platform/db/text-tokens.server";
import type { Labels } from "./queries/labels.server";
import { isPublicState } from "./rules/organization-lifecycle";

type Indexed = {
  id: string;
  kind: string;
  name: string;
  shortName: string;
  /** Names it no longer has and is still found by. */
  formerNames: readonly string[];
  state: string;
  regionCode: string;
  programmes: readonly { name: string }[];
  posts: readonly { name: string }[];
};

const provinceOf = (regionCode: string): string => `${regionCode.slice(0, 2)}0000`;

/** The words of the name with its pinyin and initials, and the words of everything else it is found by. */
const wordsOf = (
  organization: Indexed,
  labels: Labels,
  key: { pinyin: string; initials: string },
): { name: string; more: string } => {
  const { name, shortName, formerNames, programmes, posts } = organization;
  const capacities = [...programmes, ...posts].map((capacity) => capacity.name);
  return {
    name: [
      ...searchTokens([name, shortName, ...formerNames].join(" ")),
      key.pinyin,
      key.initials,
      ...formerNames.flatMap((former) => Object.values(pinyinKey(former))),
    ].join(" "),
    more: searchTokens([labels.region, labels.industry, ...capacities].join(" ")).join(" "),
  };
};

const rowOf = async (tx: Tx, organizationId: string): Promise<number | null> =>
  (await tx.organizationSearch.findUnique({ where: { organizationId }, select: { row: true } }))?.row ?? null;

/** Takes an organization out of the public list, inside the change that hides it. */
export const unindexOrganization = async (tx: Tx, organizationId: string): Promise<void> => {
  const row = await rowOf(tx, organizationId);
  if (row === null) return;
  await tx.$executeRaw`DELETE FROM "OrganizationText" WHERE rowid = ${row}`;
  await tx.organizationSearch.delete({ where: { organizationId } });
};

/**
 * Brings the public list up to date with one organization, inside the transaction of the change. Goes in: its id and
 * the names behind its codes. Verified parties come before unclaimed profiles, then by pinyin. Anything that nobody
 * may see is taken out.
 */
export const indexOrganization = async (tx: Tx, organizationId: string, labels: Labels): Promise<void> => {
  const organization = await tx.organization.findUnique({
    where: { id: organizationId },
    select: {
      id: true,
      kind: true,
      name: true,
      shortName: true,
      state: true,
      regionCode: true,
      programmes: { where: { closedAt: null }, select: { name: true }, take: 200 },
      posts: { where: { closedAt: null }, select: { name: true }, take: 200 },
    },
  });
  if (!organization || !isPublicState(organization.state)) return unindexOrganization(tx, organizationId);
  const key = pinyinKey(organization.name);
  const data = {
    kind: organization.kind,
    provinceCode: provinceOf(organization.regionCode),
    sortKey: `${organization.state === "verified" ? 0 : 1}${key.pinyin}`,
    initials: key.initials,
  };
  const { row } = await tx.organizationSearch.upsert({
    where: { organizationId },
    create: { organizationId, ...data },
    update: data,
    select: { row: true },
  });
  const former = await tx.formerIdentity.findMany({
    where: { organizationId, field: "name" },
    orderBy: { until: "desc" },
    take: 20,
    select: { value: true },
  });
  const formerNames = former.map(({ value }) => value);
  const { name, more } = wordsOf({ ...organization, formerNames }, labels, key);
  await tx.$executeRaw`DELETE FROM "OrganizationText" WHERE rowid = ${row}`;
  await tx.$executeRaw`INSERT INTO "OrganizationText" (rowid, "name", "more") VALUES (${row}, ${name}, ${more})`;
};
