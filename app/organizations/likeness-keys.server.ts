import { catalogue } from "~/catalogues/queries/catalogue.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { addressKey } from "./rules/address-key";
import type { Comparable } from "./rules/likeness";
import { nameStem } from "./rules/name-stem";

const shortNames = new WeakMap<object, ReadonlySet<string>>();

/** Provinces and cities as names of bodies begin with them: "广东", "广州". */
const placeNames = async (): Promise<ReadonlySet<string>> => {
  const { regions } = await catalogue();
  let names = shortNames.get(regions);
  if (!names) {
    const long = [...regions.values()].filter(({ code }) => code.endsWith("00"));
    names = new Set(long.map(({ name }) => name.replace(/(省|市|地区|盟|.{0,3}族?自治[区州])$/, "")));
    shortNames.set(regions, names);
  }
  return names;
};

/** The columns an organization is compared by, whenever its name or address is written. */
export const likenessKeys = async (organization: { name: string; address: string; regionCode: string }) => ({
  nameStem: nameStem(organization.name, await placeNames()),
  addressKey: addressKey(organization.address, organization.regionCode),
});

/** What is read of an organization to compare it. */
export const COMPARED = {
  id: true,
  kind: true,
  name: true,
  state: true,
  industryCode: true,
  uscc: true,
  schoolCode: true,
  publicCode: true,
  phoneHash: true,
  mailDomain: true,
  nameStem: true,
  addressKey: true,
} as const;

export type Compared = Comparable & { state: string };

/** Organizations that share one thing, at most; beyond it the thing tells nobody apart. */
const MOST = 10;

const LIVE = { notIn: ["merged", "ended"] };

/**
 * Those that share a code, the phone, the mail domain, the house or the telling part of the name with an organization:
 * one index each, at most ten of each.
 */
export const candidatesFor = async (db: Tx | ReadClient, organization: Comparable): Promise<Compared[]> => {
  const { id, schoolCode, publicCode, phoneHash, mailDomain, nameStem, addressKey } = organization;
  const asked = [
    { name: organization.name },
    ...(schoolCode ? [{ publicCode: schoolCode }] : []),
    ...(publicCode ? [{ schoolCode: publicCode }] : []),
    ...(phoneHash ? [{ phoneHash }] : []),
    ...(mailDomain ? [{ mailDomain }] : []),
    ...(addressKey ? [{ addressKey }] : []),
    ...(nameStem ? [{ nameStem }] : []),
  ];
  const found = new Map<string, Compared>();
  for (const where of asked) {
    const rows = await (db as ReadClient).organization.findMany({
      where: { ...where, id: { not: id }, state: LIVE },
      orderBy: { id: "asc" },
      take: MOST,
      select: COMPARED,
    });
    for (const row of rows) found.set(row.id, row);
  }
  return [...found.values()];
};
