import type { Running } from "./schedule";

export type OpenEvidence = {
  id: string;
  commitmentId: string;
  quantity: number;
  on: string;
  state: "pending" | "disputed";
};

/** What health rests on: nothing but the agreement's recorded events, folded one after another. */
export type HealthFacts = {
  form: 1;
  sealedOn: string;
  effectiveOn: string;
  endsOn: string;
  reviewMonths: number;
  partyIds: string[];
  commitments: Running[];
  open: OpenEvidence[];
  /** civil dates of the last accepted deliveries, newest last, at most 24 */
  acceptedOn: string[];
  /** what each party did since the seal, by month ("2026-11"), the last twelve months it did anything */
  activity: { [organizationId: string]: { [month: string]: number } };
  reviewsHeld: number;
  shared: string[];
  restingSince: string | null;
  warnedOn: string | null;
  foundOn: string | null;
  endedOn: string | null;
};

export type HealthEvent = {
  name: string;
  /** civil date in Shanghai */
  on: string;
  organizationId: string | null;
  payload: Record<string, unknown>;
};

type SealedPayload = {
  effectiveOn: string;
  endsOn: string;
  reviewMonths: number;
  partyIds: string[];
  commitments: Pick<Running, "id" | "quantity" | "dueOn" | "owner" | "byId">[];
  shared: string[];
};

type EvidencePayload = { evidenceId: string; commitmentId: string; quantity: number; counts?: boolean };

const MOST_MONTHS = 12;
const MOST_ACCEPTED = 24;

const sealed = (facts: HealthFacts | null, on: string, given: SealedPayload): HealthFacts => {
  const before = new Map(facts?.commitments.map((one) => [one.id, one]));
  const commitments = given.commitments.map((one) => ({
    ...one,
    accepted: before.get(one.id)?.accepted ?? 0,
    pending: before.get(one.id)?.pending ?? 0,
  }));
  const kept = new Set(commitments.map((one) => one.id));
  return {
    form: 1,
    sealedOn: facts?.sealedOn ?? on,
    effectiveOn: facts?.effectiveOn ?? given.effectiveOn,
    endsOn: given.endsOn,
    reviewMonths: given.reviewMonths,
    partyIds: given.partyIds,
    commitments,
    open: (facts?.open ?? []).filter((one) => kept.has(one.commitmentId)),
    acceptedOn: facts?.acceptedOn ?? [],
    activity: facts?.activity ?? {},
    reviewsHeld: facts?.reviewsHeld ?? 0,
    shared: given.shared,
    restingSince: facts?.restingSince ?? null,
    warnedOn: facts?.warnedOn ?? null,
    foundOn: facts?.foundOn ?? null,
    endedOn: null,
  };
};

const withActivity = (facts: HealthFacts, event: HealthEvent): HealthFacts => {
  const id = event.organizationId;
  if (!id || !facts.partyIds.includes(id)) return facts;
  const month = event.on.slice(0, 7);
  const months = { ...facts.activity[id] };
  months[month] = (months[month] ?? 0) + 1;
  const old = Object.keys(months).sort().slice(0, -MOST_MONTHS);
  for (const key of old) delete months[key];
  return { ...facts, activity: { ...facts.activity, [id]: months } };
};

const change = (facts: HealthFacts, id: string, accepted: number, pending: number): Running[] =>
  facts.commitments.map((one) =>
    one.id === id ? { ...one, accepted: one.accepted + accepted, pending: one.pending + pending } : one,
  );

const submitted = (facts: HealthFacts, on: string, given: EvidencePayload): HealthFacts =>
  given.counts
    ? counted(facts, on, given, 0)
    : {
        ...facts,
        commitments: change(facts, given.commitmentId, 0, given.quantity),
        open: [
          ...facts.open,
          {
            id: given.evidenceId,
            commitmentId: given.commitmentId,
            quantity: given.quantity,
            on,
            state: "pending",
          },
        ],
      };

const counted = (facts: HealthFacts, on: string, given: EvidencePayload, pending: number): HealthFacts => ({
  ...facts,
  commitments: change(facts, given.commitmentId, given.quantity, pending),
  open: facts.open.filter((one) => one.id !== given.evidenceId),
  acceptedOn: [...facts.acceptedOn, on].slice(-MOST_ACCEPTED),
});

const decided = (facts: HealthFacts, event: HealthEvent, given: EvidencePayload): HealthFacts => {
  const known = facts.open.find((one) => one.id === given.evidenceId);
  const pending = known?.state === "pending" ? -given.quantity : 0;
  switch (event.name) {
    case "agreement.evidence_accepted":
      return counted(facts, event.on, given, pending);
    case "agreement.evidence_disputed":
      return {
        ...facts,
        commitments: change(facts, given.commitmentId, 0, pending),
        open: facts.open.map((one) =>
          one.id === given.evidenceId ? { ...one, state: "disputed" as const } : one,
        ),
      };
    default:
      return {
        ...facts,
        commitments: change(facts, given.commitmentId, 0, pending),
        open: facts.open.filter((one) => one.id !== given.evidenceId),
      };
  }
};

/** Events by which a party shows that it does something for a running agreement. */
const DEEDS = new Set([
  "agreement.evidence_submitted",
  "agreement.evidence_accepted",
  "agreement.evidence_disputed",
  "agreement.evidence_withdrawn",
  "agreement.review_held",
  "agreement.contribution_added",
  "agreement.amendment_opened",
  "agreement.meeting_held",
  "agreement.task_done",
]);

const fold = (facts: HealthFacts, event: HealthEvent): HealthFacts => {
  switch (event.name) {
    case "agreement.evidence_submitted":
      return submitted(facts, event.on, event.payload as EvidencePayload);
    case "agreement.evidence_accepted":
    case "agreement.evidence_disputed":
    case "agreement.evidence_withdrawn":
      return decided(facts, event, event.payload as EvidencePayload);
    case "agreement.review_held":
      return { ...facts, reviewsHeld: facts.reviewsHeld + 1 };
    case "agreement.suspended":
      return { ...facts, restingSince: event.on };
    case "agreement.resumed":
      return { ...facts, restingSince: null };
    case "agreement.hollow_warned":
      return { ...facts, warnedOn: event.on };
    case "agreement.hollow_found":
      return { ...facts, foundOn: event.on };
    case "agreement.hollow_cleared":
      return { ...facts, warnedOn: null, foundOn: null };
    case "agreement.terminated":
    case "agreement.ended":
      return { ...facts, endedOn: event.on };
    default:
      return facts;
  }
};

/**
 * The facts after one more event. Goes in: the facts so far (null before the seal) and the event. Comes out: the new
 * facts; an event that says nothing about the running of the agreement leaves them as they are. Folding all events in
 * order from null gives the same as keeping up one by one.
 */
export const foldHealth = (facts: HealthFacts | null, event: HealthEvent): HealthFacts | null => {
  if (event.name === "agreement.sealed") return sealed(facts, event.on, event.payload as SealedPayload);
  if (!facts || facts.endedOn) return facts;
  const next = fold(facts, event);
  return DEEDS.has(event.name) ? withActivity(next, event) : next;
};
