import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { ledgerSubjects, rowsOfStudent } from "../ledger-scope.server";
import { ledgerOf } from "../rules/ledger";
import { makeUpState } from "../rules/makeup";

/** Entries of one learner read at most. */
const MOST_ENTRIES = 600;
const MOST_ITEMS = 60;

/**
 * The ledger of a learner, for the learner or a guardian. Goes in: who looks, which of their subjects (the first without).
 * Comes out: the subjects to choose from, and of the chosen one the lines with what they rest on, the sums, the recognitions
 * and the make-up plan; null where the person has nobody's ledger, or asks for one that is not theirs.
 */
export const ownLedger = async (ctx: PersonCtx, wanted: string | null) => {
  const subjects = await ledgerSubjects(read, ctx.actor);
  const chosen = wanted ? subjects.find((one) => one.studentId === wanted) : subjects[0];
  if (!chosen) return null;
  const ids = await rowsOfStudent(read, chosen.studentId);
  const today = civilDate(ctx.clock.now());
  const [entries, conversions, items] = await Promise.all([
    read.creditEntry.findMany({
      where: { studentId: { in: ids } },
      orderBy: [{ earnedOn: "desc" }, { id: "desc" }],
      take: MOST_ENTRIES,
    }),
    read.creditConversion.findMany({
      where: { studentId: { in: ids } },
      orderBy: { createdAt: "desc" },
      take: 10,
      select: { transferId: true, reference: true, state: true },
    }),
    read.makeUpItem.findMany({
      where: { studentId: { in: ids } },
      orderBy: { untilOn: "asc" },
      take: MOST_ITEMS,
    }),
  ]);
  return {
    subjects,
    chosen,
    ledger: ledgerOf(entries),
    conversions,
    items: items.map((item) => ({
      id: item.id,
      kind: item.kind,
      code: item.code,
      name: item.name,
      creditsCenti: item.creditsCenti,
      tutor: item.tutorName,
      fromOn: item.fromOn,
      untilOn: item.untilOn,
      state: makeUpState(item.state, item.untilOn, today),
    })),
  };
};
