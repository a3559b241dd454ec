import { memberEventWords } from "~/identity/events";
import type { HistoryEntry } from "~/platform/events/history.server";
import { recentFor } from "~/platform/events/history.server";

/** An event in words: a key with its values, and what it happened to. */
export type RecentEvent = {
  id: string;
  at: string;
  key: string;
  values: Record<string, string | number>;
  /** Words put before it ("南粤精密") and after it ("“数控车工”"), as recorded. */
  who: string | null;
  what: string | null;
  /** A word key among the values ("role"), told in the reader's language. */
  worded: Record<string, string>;
  kind: "plain" | "key" | "bad";
};

const SHOWN = 8;
const KEY = ["enquiry.accepted", "organization.approved", "listing.published"];
const BAD = ["enquiry.expired", "organization.returned"];

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

export type Told = Pick<RecentEvent, "key" | "who" | "what" | "worded"> & { kind?: RecentEvent["kind"] };

/** How a later room tells its own events to an organization; what is not among the answers stays untold. */
export type EventTeller = (
  entries: readonly HistoryEntry[],
  organizationId: string,
) => Promise<ReadonlyMap<string, Told>>;

/** Steps on the way to something that is told when it happens, and letters that only remind of what waits above. */
const QUIET = [
  "listing.drafted",
  "listing.changed",
  "organization.evidence_read",
  "round.chosen_on_paper",
  "application.reminded",
  "enquiry.reminded",
];

/** Rooms say their own events in their own ways; an event no room has words for is left out. */
const told = (entry: HistoryEntry): Told | null => {
  const [room, happened = ""] = entry.name.split(".");
  if (QUIET.includes(entry.name)) return null;
  const { payload } = entry;
  const plain = { who: null, what: null, worded: {} };
  if (room === "enquiry") return { ...plain, key: `enquiries.events.${happened}` };
  if (room === "application") return { ...plain, key: `applications.events.${happened}` };
  if (room === "appetite") return { ...plain, key: `matches.events.${happened}` };
  if (room === "listing") {
    return { ...plain, key: `listings.events.${happened}`, who: entry.actorName, what: text(payload.title) };
  }
  if (room === "organization") {
    const what = happened.startsWith("evidence_") ? text(payload.name) : null;
    return { ...plain, key: `organizations.events.${happened}`, what };
  }
  if (room === "round") {
    return { ...plain, key: `rounds.events.${happened}`, who: entry.actorName, what: text(payload.title) };
  }
  if (room === "post" || room === "programme") {
    return {
      ...plain,
      key: `organizations.events.${room}_${happened}`,
      who: entry.actorName,
      what: text(payload.name),
    };
  }
  const member = memberEventWords(entry.name);
  if (!member) return null;
  const role = text(payload.role);
  return { ...plain, key: member, worded: role ? { role: `identity.role.${role}` } : {} };
};

/**
 * Events as they are told. Goes in: events newest first and the words for one of them, or null where it stays untold. Comes
 * out: at most 8 with their words.
 */
export const toldEvents = (
  entries: readonly HistoryEntry[],
  wordsOf: (entry: HistoryEntry) => Told | null | undefined,
): RecentEvent[] =>
  entries
    .flatMap((entry): RecentEvent[] => {
      const words = wordsOf(entry);
      if (!words) return [];
      const values = Object.fromEntries(
        Object.entries(entry.payload).filter(
          (pair): pair is [string, string | number] =>
            typeof pair[1] === "string" || typeof pair[1] === "number",
        ),
      );
      return [
        {
          id: entry.id,
          at: entry.at.toISOString(),
          ...words,
          values: { ...values, actor: entry.actorName },
          kind: words.kind ?? (KEY.includes(entry.name) ? "key" : BAD.includes(entry.name) ? "bad" : "plain"),
        },
      ];
    })
    .slice(0, SHOWN);

/**
 * The newest events that concern an organization, at most 8, each with the words to tell it. Goes in: the organization and
 * how later rooms tell theirs.
 */
export const recentEvents = async (
  organizationId: string,
  tellers: readonly EventTeller[] = [],
): Promise<RecentEvent[]> => {
  const entries = await recentFor(organizationId, SHOWN * 4);
  const others = await Promise.all(tellers.map((teller) => teller(entries, organizationId)));
  return toldEvents(
    entries,
    (entry) => told(entry) ?? others.map((one) => one.get(entry.id)).find((one) => one !== undefined),
  );
};
