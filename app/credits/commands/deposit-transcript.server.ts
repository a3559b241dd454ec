import { createHash } from "node:crypto";
import type { ActingCtx } from "~/identity/actor";
import { identityKeyOf } from "~/pathways/transfer-facts.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide } from "~/platform/decide.server";
import { canonicalJson, type Json } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, type Refusal, type Result, refuse } from "~/platform/result";
import { keepTranscript } from "../conversion-record.server";
import { refuseCreditWork } from "../policy";
import { type AttemptOutcome, linesOf, placeDeposit, type TranscriptDocument } from "../rules/deposit";
import { type DepositRow, transferOf } from "../stored-transcript.server";

export type DepositAnswer = {
  id: string;
  deposit: string;
  sequence: number;
  order: "latest" | "late";
  hash: string;
  lines: number;
  /** other schools that hold a transcript of the same person: all are kept, people decide */
  elsewhere: number;
  receivedAt: string;
};

type Told = { kind: "answer"; answer: DepositAnswer } | { kind: "refused"; refusal: Refusal };

const hashOf = (document: TranscriptDocument): string =>
  createHash("sha256")
    .update(canonicalJson(JSON.parse(JSON.stringify(document)) as Json))
    .digest("hex");

const refused = (refusal: { refusal: Refusal }): Told => ({ kind: "refused", refusal: refusal.refusal });

/** Hands the transcript on to the open recognition of the student's transfer, unless people have written there themselves. */
const handOn = async (tx: Tx, ctx: ActingCtx, deposit: DepositRow): Promise<void> => {
  const transfer = await transferOf(tx, deposit);
  if (!transfer) return;
  const known = await tx.creditConversion.findUnique({ where: { transferId: transfer.id } });
  const own = known && known.transcript !== "[]" && known.origin !== "intermediate";
  if (own || (known && known.state !== "open")) return;
  await keepTranscript(tx, ctx, transfer, { lines: JSON.parse(deposit.lines), origin: "intermediate" });
};

/**
 * A school's own system deposits a standard transcript in the intermediate store (中间库). Goes in: the document and whether
 * its signature held. Comes out: the answer; sent again, the very same. A sequence below the last of its name is kept and
 * marked as late, never over a newer one; the latest goes on to the open recognition of the student's transfer. Refuses what
 * is not signed and other kinds of organization (forbidden), a number not on the school's roll (beside the field), the same
 * name and sequence with other contents and a name in use for another student (conflict). Every try is kept for the
 * reconciliation.
 */
export const depositTranscript = async (
  ctx: ActingCtx,
  document: TranscriptDocument,
  signed: boolean,
): Promise<Result<DepositAnswer>> => {
  const refusal = refuseCreditWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  const hash = hashOf(document);
  const schoolId = ctx.actor.organizationId;
  const { deposit: name, sequence } = document;
  const done = await decide(async (tx): Promise<Told> => {
    const now = ctx.clock.now();
    const note = (outcome: AttemptOutcome) =>
      tx.transcriptAttempt.create({
        data: { id: newId(now.getTime()), schoolId, name, sequence, outcome, hash, at: now },
      });
    if (!signed) {
      await note("unsigned");
      return refused(refuse("forbidden", "creditStore.errors.signature"));
    }
    const student = await tx.student.findUnique({
      where: {
        organizationId_studentNumber: { organizationId: schoolId, studentNumber: document.student.number },
      },
    });
    if (!student || student.state === "erased")
      return refused(invalidField("student.number", "creditStore.errors.notOnRoll"));
    const place = { schoolId, name };
    const same = await tx.transcriptDeposit.findUnique({
      where: { schoolId_name_sequence: { ...place, sequence } },
    });
    const last = await tx.transcriptDeposit.findFirst({ where: place, orderBy: { sequence: "desc" } });
    const { outcome } = placeDeposit({ sequence, hash, studentId: student.id }, same, last);
    if (outcome === "otherStudent")
      return refused(refuse("conflict", "creditStore.errors.otherStudent", { values: { name } }));
    await note(outcome);
    if (outcome === "repeated" && same)
      return { kind: "answer", answer: JSON.parse(same.answer) as DepositAnswer };
    if (outcome === "differs")
      return refused(refuse("conflict", "creditStore.errors.differs", { values: { name, sequence } }));
    const identityKey = identityKeyOf(student);
    const others = await tx.transcriptDeposit.findMany({
      where: { identityKey, state: "latest", schoolId: { not: schoolId } },
      distinct: ["schoolId"],
      take: 20,
      select: { schoolId: true },
    });
    const lines = linesOf(document);
    const answer: DepositAnswer = {
      id: newId(now.getTime()),
      deposit: name,
      sequence,
      order: outcome === "late" ? "late" : "latest",
      hash,
      lines: lines.length,
      elsewhere: others.length,
      receivedAt: now.toISOString(),
    };
    if (answer.order === "latest")
      await tx.transcriptDeposit.updateMany({
        where: { ...place, state: "latest" },
        data: { state: "superseded" },
      });
    const kept = await tx.transcriptDeposit.create({
      data: {
        id: answer.id,
        ...place,
        sequence,
        studentId: student.id,
        identityKey,
        issuedOn: document.issuedOn,
        lines: JSON.stringify(lines),
        hash,
        state: answer.order,
        answer: JSON.stringify(answer),
        keyName: ctx.actor.name,
        receivedAt: now,
        collectedByName: "",
      },
    });
    await record(tx, ctx, {
      subject: { type: "transcriptDeposit", id: kept.id },
      name: "transcript.deposited",
      payload: { deposit: name, sequence, order: answer.order, lines: lines.length },
      audience: [schoolId],
    });
    if (answer.order === "latest") await handOn(tx, ctx, kept);
    return { kind: "answer", answer };
  });
  if (!done.ok) return done;
  return done.value.kind === "answer"
    ? { ok: true, value: done.value.answer }
    : { ok: false, refusal: done.value.refusal };
};
