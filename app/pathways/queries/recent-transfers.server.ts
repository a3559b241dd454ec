import type { Person } from "~/identity/actor";
import {
  type EventTeller,
  type RecentEvent,
  type Told,
  toldEvents,
} from "~/marketplace/queries/recent-events.server";
import { read } from "~/platform/db/client.server";
import { type HistoryEntry, historyOf } from "~/platform/events/history.server";

/** Before the sending school sends an application on, the receiving one does not know of it. */
const UNSEEN = ["draft", "counselling", "consent", "sending"];

/** Steps of the machine or of a single field: the next step tells what came of them. */
const QUIET = ["transfer.facts_changed", "transfer.scored", "transfer.examine", "transfer.rank"];

const KEY = ["submit", "publish", "accept", "approve", "move", "confirmReturn"];
const BAD = [
  "refuseSending",
  "turnAway",
  "uphold",
  "refuseReceiving",
  "refuseAuthority",
  "reverse",
  "cutQuota",
  "lapse",
];

const OTHERS: Record<string, string> = {
  "transfer_pairing.proposed": "transfers.recent.pairingProposed",
  "transfer_pairing.confirmed": "transfers.recent.pairingConfirmed",
  "transfer_pairing.ended": "transfers.recent.pairingEnded",
  "transfer_notice.published": "transfers.recent.noticePublished",
  "transfer_notice.closed": "transfers.recent.noticeClosed",
  "transfer_notice.objected": "transfers.recent.noticeObjected",
};

const stepTold = (entry: HistoryEntry): Told | null => {
  const [room, step = ""] = entry.name.split(".");
  if (room !== "transfer" || QUIET.includes(entry.name)) return null;
  return {
    key: "transfers.recent.step",
    who: null,
    what: null,
    worded: { step: `transfers.event.${step}` },
    kind: KEY.includes(step) ? "key" : BAD.includes(step) ? "bad" : "plain",
  };
};

/**
 * Transfers, pairings and notices in 最近发生 of a school or authority. A step taken before the sending school sent the
 * application on is told to the sending school alone.
 */
export const tellTransfers: EventTeller = async (entries, organizationId) => {
  const steps = entries.filter((entry) => entry.subjectType === "transfer");
  const transfers = await read.transfer.findMany({
    where: { id: { in: steps.map((entry) => entry.subjectId) } },
    select: { id: true, reference: true, toSchoolId: true },
  });
  const words = new Map<string, Told>();
  for (const entry of entries) {
    const key = OTHERS[entry.name];
    if (key) words.set(entry.id, { key, who: null, what: null, worded: {} });
    const transfer = transfers.find((one) => one.id === entry.subjectId);
    const told = stepTold(entry);
    if (!transfer || !told) continue;
    const before = typeof entry.payload.from === "string" ? entry.payload.from : "draft";
    const arrived = entry.name === "transfer.send" || !UNSEEN.includes(before);
    if (transfer.toSchoolId === organizationId && !arrived) continue;
    words.set(entry.id, told);
  }
  return words;
};

const MOST_OWN = 5;

/** What happened lately to a person's own transfers and those of children in their care, at most 8. */
export const ownTransferEvents = async (person: Person): Promise<RecentEvent[]> => {
  const children = await read.guardian.findMany({
    where: { personId: person.personId, endedAt: null },
    take: 20,
    select: { studentId: true },
  });
  const transfers = await read.transfer.findMany({
    where: {
      OR: [{ personId: person.personId }, { studentId: { in: children.map((one) => one.studentId) } }],
    },
    orderBy: { updatedAt: "desc" },
    take: MOST_OWN,
    select: { id: true },
  });
  const entries = await Promise.all(transfers.map((one) => historyOf("transfer", one.id, 20)));
  return toldEvents(
    entries.flat().sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1)),
    stepTold,
  );
};
