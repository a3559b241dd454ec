import { read } from "~/platform/db/client.server";
import { factsOfRow, type PrintedRow } from "../listing-prints.server";
import type { Likeness } from "../rules/listing-likeness";
import { copiedFrom, openRepeats, type Similar } from "../similar-listings.server";

/** A standing listing this one has much in common with, and in what. */
export type SameListing = {
  id: string;
  title: string;
  /** own: the organization's own, nearly the same · copied: another's text */
  why: "own" | "copied";
  organization: string;
  likeness: Likeness;
};

/**
 * What a listing has in common with those that stand: at most one of its own organization's and three of others. In: the
 * stored listing. Out: facts to be shown; empty where nothing is alike.
 */
export const sameListings = async (row: PrintedRow): Promise<SameListing[]> => {
  const facts = factsOfRow(row);
  const find = await openRepeats(read, row.organizationId, [facts]);
  const own = find({ id: row.id, facts });
  const copied = await copiedFrom(read, row.organizationId, facts);
  const owners = await read.organization.findMany({
    where: { id: { in: [...new Set([row.organizationId, ...copied.map((one) => one.organizationId)])] } },
    select: { id: true, name: true },
    take: 5,
  });
  const view = (why: SameListing["why"], one: Similar): SameListing => ({
    id: one.id,
    title: one.title,
    why,
    organization: owners.find(({ id }) => id === one.organizationId)?.name ?? "",
    likeness: one.likeness,
  });
  return [...(own ? [view("own", own)] : []), ...copied.map((one) => view("copied", one))];
};
