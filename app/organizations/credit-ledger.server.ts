import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";

export const CREDIT_SOURCES = [
  "placement",
  "course",
  "transfer",
  "makeup",
  "certificate",
  "competition",
  "patent",
  "product",
] as const;
export type CreditSource = (typeof CREDIT_SOURCES)[number];

export type NewCredit = {
  studentId: string;
  schoolId: string;
  act: "earned" | "converted" | "owed" | "voided";
  source: CreditSource;
  sourceId: string;
  item: string;
  name: string;
  /** hundredths of a credit; negative only where an entry is voided */
  creditsCenti: number;
  hours?: number | null;
  grade?: string | null;
  earnedOn: string;
  /** what it rests on: the rule, the table and its version */
  basis: { readonly [key: string]: string | number | boolean | null };
  voidsId?: string | null;
};

/**
 * Writes one line into a learner's credit ledger (学分账) inside the caller's transaction and tells it as an event of the
 * student. Comes out: the line's id. The same item of the same source and act is one line: sent twice it is the first
 * one's id. The caller has decided that the credit is due; the ledger only keeps it.
 */
export const enterCredit = async (tx: Tx, ctx: Ctx, credit: NewCredit): Promise<string> => {
  const { source, sourceId, item, act } = credit;
  const known = await tx.creditEntry.findUnique({
    where: { source_sourceId_item_act: { source, sourceId, item, act } },
    select: { id: true },
  });
  if (known) return known.id;
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  await tx.creditEntry.create({
    data: {
      ...credit,
      id,
      hours: credit.hours ?? null,
      grade: credit.grade ?? null,
      voidsId: credit.voidsId ?? null,
      basis: JSON.stringify(credit.basis),
      recordedBy: ctx.actor.name,
      createdAt: now,
    },
  });
  await record(tx, ctx, {
    subject: { type: "student", id: credit.studentId },
    name: "student.credit_entered",
    payload: { act, source, item: credit.name, creditsCenti: credit.creditsCenti },
    audience: [credit.schoolId],
  });
  return id;
};
