import type { SealedContent } from "~/agreements/rules/sealed-content";
import type { ReadClient } from "~/platform/db/client.server";
import type { Refusal } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { evaluate, type Finding } from "~/regulations/rules/evaluate";
import type { Db } from "./head-count.server";
import { knownOf, loadRecords } from "./placing-known.server";
import type { GateRow } from "./queries/gate-board.server";
import { factsOfPlacing } from "./rules/placing-facts";
import { knownAgreement, tripartiteContent } from "./rules/tripartite";

export type Draft =
  | { ok: true; row: GateRow; content: SealedContent }
  | { ok: false; row: GateRow; refusal: Refusal };

const UNSIGNED = { school: null, host: null, student: null };

/** What only the signatures themselves can bring, so that their absence does not stop the text that is to be signed. */
const BY_SIGNING = new Set<string>(["apprenticeship.agreementSignedOn"]);

/** Undecided only because nobody has signed yet, which is what comes next. */
const awaitsSignature = ({ missing }: Finding): boolean =>
  missing.length > 0 && missing.every((key) => BY_SIGNING.has(key));

const subjectOf = (row: GateRow) => ({
  studentId: row.studentId,
  hostId: row.hostId,
  listingId: row.listingId,
  origin: row.origin,
  placementId: row.id,
  terms: row.agreedTerms,
});

const loadNames = async (db: Db, rows: readonly GateRow[]) => {
  const client = db as ReadClient;
  const [organizations, people, consents] = await Promise.all([
    client.organization.findMany({
      where: { id: { in: [...new Set(rows.flatMap((row) => [row.schoolId, row.hostId]))] } },
      select: { id: true, name: true, uscc: true },
    }),
    client.person.findMany({
      where: { id: { in: [...new Set(rows.flatMap((row) => [row.teacherId ?? "", row.mentorId ?? ""]))] } },
      select: { id: true, name: true },
    }),
    client.consent.findMany({
      where: { studentId: { in: rows.map((row) => row.studentId) }, purpose: "internship", act: "given" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: 5000,
      select: { id: true, studentId: true, recipientId: true, party: true, wordingHash: true, at: true },
    }),
  ]);
  return { organizations, people, consents };
};

type Names = Awaited<ReturnType<typeof loadNames>>;

const contentOf = (row: GateRow, names: Names): SealedContent => {
  const organization = (id: string) =>
    names.organizations.find((one) => one.id === id) ?? { id, name: "", uscc: null };
  const person = (id: string | null) => names.people.find((one) => one.id === id)?.name ?? "";
  const { insurance } = row.facts;
  return tripartiteContent({
    school: organization(row.schoolId),
    host: organization(row.hostId),
    student: {
      personId: row.studentPersonId ?? "",
      name: row.studentName,
      studentNumber: row.studentNumber,
      programme: row.programmeName,
      className: row.className,
    },
    terms: row.terms,
    teacher: person(row.teacherId),
    mentor: person(row.mentorId),
    policy: insurance && { number: insurance.number, from: insurance.doneOn, to: insurance.validTo },
    consents: names.consents
      .filter(
        (one) =>
          one.studentId === row.studentId &&
          one.recipientId === row.hostId &&
          /^[0-9a-f]{64}$/.test(one.wordingHash),
      )
      .slice(0, 6)
      .map((one) => ({
        id: one.id,
        label: `${one.party === "guardian" ? "监护人" : "学生"}知情同意书 ${civilDate(one.at)}`,
        sha256: one.wordingHash,
      })),
  });
};

const notReady = (row: GateRow): Refusal | null => {
  const refuse = (key: string, values: Refusal["values"] = {}): Refusal => ({
    code: "blocked",
    key: `placements.held.${key}`,
    values: { name: row.studentName, ...values },
  });
  if (row.state !== "preparing") return refuse("state");
  if (row.type === "observation") return refuse("observation");
  if (row.document) return refuse("hasDocument");
  if (row.gaps.length > 0) return refuse("gaps", { count: row.gaps.length, who: row.gaps[0]?.who ?? "" });
  if (!row.studentPersonId) return refuse("noAccount");
  return null;
};

/**
 * The tripartite agreements of a cohort, written from records and judged before anybody signs. Goes in: the placements'
 * rows, now. Comes out: for each the content, or why not yet: facts still open, no account of the student to sign with, a
 * text already there, or a rule of the stage "agreement" that blocks, cannot be decided, or warns without a written reason.
 */
export const draftAgreements = async (db: Db, rows: readonly GateRow[], now: Date): Promise<Draft[]> => {
  if (rows.length === 0) return [];
  const on = civilDate(now);
  const [names, records] = await Promise.all([
    loadNames(db, rows),
    loadRecords(db, rows.map(subjectOf), now),
  ]);
  return rows.map((row): Draft => {
    const refusal = notReady(row);
    if (refusal) return { ok: false, row, refusal };
    const content = contentOf(row, names);
    const known = knownOf(records, subjectOf(row));
    const facts = known
      ? factsOfPlacing({
          ...known,
          papers: { ...known.papers, agreement: knownAgreement(content, UNSIGNED) },
        })
      : {};
    const { findings } = evaluate({ on, region: row.terms.regionCode, stage: "agreement", facts });
    const against = findings.find(
      (one) =>
        one.verdict === "block" ||
        (one.verdict === "missing" && !awaitsSignature(one)) ||
        (one.verdict === "warn" && !row.answers.warnReason),
    );
    if (!against) return { ok: true, row, content };
    const key = against.verdict === "warn" ? "placements.held.warn" : "placements.held.rule";
    return {
      ok: false,
      row,
      refusal: {
        code: "blocked",
        key,
        values: { name: row.studentName, rule: against.rule },
        findings: [against],
      },
    };
  });
};
