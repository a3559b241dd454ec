import { canonicalJson, type Json } from "~/platform/events/canonical";
import { type AgreementContent, type Commitment, partyName } from "./content";
import type { Template } from "./templates/template";
import { type DiffPart, diffText } from "./token-diff";

export type ChangeKind = "same" | "added" | "removed" | "changed";

export type Compared = { id: string; kind: ChangeKind; title: DiffPart[]; body: DiffPart[] };

export type ContentComparison = {
  facts: Compared[];
  clauses: Compared[];
  commitments: Compared[];
  changes: number;
};

type Piece = { id: string; title: string; body: string };

const pair = (before: readonly Piece[], after: readonly Piece[]): Compared[] => {
  const earlier = new Map(before.map((piece) => [piece.id, piece]));
  const later = new Set(after.map((piece) => piece.id));
  const compared = after.map((piece): Compared => {
    const was = earlier.get(piece.id);
    const title = diffText(was?.title ?? "", piece.title);
    const body = diffText(was?.body ?? "", piece.body);
    const same = was?.title === piece.title && was.body === piece.body;
    return { id: piece.id, kind: !was ? "added" : same ? "same" : "changed", title, body };
  });
  const gone = before
    .filter((piece) => !later.has(piece.id))
    .map(
      (piece): Compared => ({
        id: piece.id,
        kind: "removed",
        title: diffText(piece.title, ""),
        body: diffText(piece.body, ""),
      }),
    );
  return [...compared, ...gone];
};

const commitmentText = (content: AgreementContent, one: Commitment): string =>
  `${one.quantity} ${one.unit} · ${one.dueOn ?? "—"} · ${partyName(content, one.byId)} → ${partyName(content, one.toId)} · ${one.owner ?? "—"}`;

const factsOf = (content: AgreementContent): Piece[] => [
  { id: "title", title: "title", body: content.title },
  { id: "period", title: "period", body: `${content.startsOn} — ${content.endsOn}` },
  { id: "review", title: "review", body: String(content.reviewMonths) },
  { id: "signing", title: "signing", body: content.signing },
  {
    id: "parties",
    title: "parties",
    body: content.parties.map((one) => `${one.name} (${one.role})`).join("；"),
  },
  { id: "charter", title: "charter", body: content.charter ? canonicalJson(content.charter) : "" },
];

/**
 * Clause by clause what differs between two versions. Clauses and commitments are paired by id; what was added or
 * removed is told as such; `changes` counts the pieces that are not the same.
 */
export const compareContents = (before: AgreementContent, after: AgreementContent): ContentComparison => {
  const facts = pair(factsOf(before), factsOf(after));
  const asPieces = (content: AgreementContent) =>
    content.clauses.map(({ id, title, text }) => ({ id, title, body: text }));
  const promised = (content: AgreementContent) =>
    content.commitments.map((one) => ({ id: one.id, title: one.title, body: commitmentText(content, one) }));
  const clauses = pair(asPieces(before), asPieces(after));
  const commitments = pair(promised(before), promised(after));
  const changes = [...facts, ...clauses, ...commitments].filter((one) => one.kind !== "same").length;
  return { facts, clauses, commitments, changes };
};

/** Clause by clause what an agreement changed of its template; clauses are paired by purpose, in order of appearance. */
export const compareWithTemplate = (template: Template, content: AgreementContent): Compared[] => {
  const named = (pieces: readonly { purpose: string; title: string; body: string }[]): Piece[] => {
    const seen = new Map<string, number>();
    return pieces.map(({ purpose, title, body }) => {
      const nth = seen.get(purpose) ?? 0;
      seen.set(purpose, nth + 1);
      return { id: `${purpose}:${nth}`, title, body };
    });
  };
  return pair(
    named(template.clauses.map((one) => ({ purpose: one.purpose, title: one.title.zh, body: one.text }))),
    named(content.clauses.map((one) => ({ purpose: one.purpose, title: one.title, body: one.text }))),
  );
};

export const CHANGE_FLAGS = [
  "term",
  "commitments",
  "parties",
  "clauses",
  "signing",
  "charter",
  "title",
] as const;
export type ChangeFlag = (typeof CHANGE_FLAGS)[number];

/** Which kinds of things an amendment changes: shown on it, signed with it. */
export const changeFlags = (before: AgreementContent, after: AgreementContent): ChangeFlag[] => {
  const differs = (pick: (content: AgreementContent) => Json): boolean =>
    canonicalJson(pick(before)) !== canonicalJson(pick(after));
  const asked: Record<ChangeFlag, boolean> = {
    term: differs((one) => [one.startsOn, one.endsOn]),
    commitments: differs((one) => one.commitments),
    parties: differs((one) => one.parties),
    clauses: differs((one) => one.clauses),
    signing: differs((one) => [one.signing, one.reviewMonths]),
    charter: differs((one) => one.charter),
    title: differs((one) => one.title),
  };
  return CHANGE_FLAGS.filter((flag) => asked[flag]);
};
