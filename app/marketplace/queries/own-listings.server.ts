import { isSigned, signText } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { freshnessOn } from "../rules/freshness";
import type { Direction, ListingKind } from "../rules/kinds";
import { LISTING_STATES, type ListingState } from "../rules/listing-lifecycle";

const PAGE = 30;
const PURPOSE = "own-listings";

const cursorOf = (row: { updatedAt: Date; id: string }): string => {
  const text = `${row.updatedAt.getTime()}_${row.id}`;
  return `${text}.${signText(PURPOSE, text)}`;
};

const readCursor = (given: string | null): { at: Date; id: string } | null => {
  const [text = "", signature = ""] = given?.split(".") ?? [];
  if (!isSigned(PURPOSE, text, signature)) return null;
  const [at, id] = text.split("_");
  return { at: new Date(Number(at)), id: id ?? "" };
};

/**
 * An organization's own listings, the last changed first. In: its id, a state to narrow to, a cursor, the time. Out: at
 * most thirty, how many there are in each state, the next cursor. A cursor nobody signed is ignored.
 */
export const ownListings = async (
  organizationId: string,
  state: ListingState | null,
  after: string | null,
  now: Date,
) => {
  const from = readCursor(after);
  const [counted, rows] = await Promise.all([
    read.listing.groupBy({ by: ["state"], where: { organizationId }, _count: true }),
    read.listing.findMany({
      where: {
        organizationId,
        ...(state ? { state } : { state: { not: "archived" } }),
        ...(from && { OR: [{ updatedAt: { lt: from.at } }, { updatedAt: from.at, id: { lt: from.id } }] }),
      },
      orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
      take: PAGE + 1,
      select: {
        id: true,
        title: true,
        kind: true,
        direction: true,
        state: true,
        pausedReason: true,
        seats: true,
        seatsTaken: true,
        openUntil: true,
        updatedAt: true,
        confirmedAt: true,
        version: true,
      },
    }),
  ]);
  const { askAfterDays } = freshnessOn(civilDate(now));
  const staleBefore = addDays(civilDate(now), -askAfterDays);
  const shown = rows.slice(0, PAGE);
  const last = shown.at(-1);
  return {
    staleDays: askAfterDays,
    counts: Object.fromEntries(
      LISTING_STATES.map((one) => [one, counted.find((row) => row.state === one)?._count ?? 0]),
    ) as Record<ListingState, number>,
    nextCursor: rows.length > PAGE && last ? cursorOf(last) : null,
    items: shown.map((row) => ({
      ...row,
      kind: row.kind as ListingKind,
      direction: row.direction as Direction,
      state: row.state as ListingState,
      updatedAt: row.updatedAt.toISOString(),
      stale:
        row.state === "published" && row.confirmedAt !== null && civilDate(row.confirmedAt) <= staleBefore,
    })),
  };
};
