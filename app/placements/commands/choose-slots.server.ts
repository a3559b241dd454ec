import { mayWrite, type PersonCtx } from "~/identity/actor";
import { writeWord } from "~/identity/consent-ledger.server";
import { askGuardians } from "~/identity/consent-requests.server";
import { isMinorOn } from "~/identity/rules/minority";
import { studentFacts } from "~/identity/student-facts.server";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject, stale } from "~/platform/decide.server";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordsOf, stateOf } from "../round-access.server";
import { recordRound } from "../round-record.server";
import { type ChoiceRow, readChoices } from "../rules/round-choices";

type Asked = {
  studentId: string;
  rows: readonly ChoiceRow[];
  /** the student agrees that the hosts chosen see what the consent names */
  share: boolean;
  version: number;
  language: Language;
};

/** Consent to each host chosen, in the student's own voice; a minor's guardians are asked at once. */
const shareWith = async (
  tx: Tx,
  ctx: PersonCtx,
  studentId: string,
  hosts: readonly string[],
  language: Language,
) => {
  const student = await studentFacts(tx, studentId);
  if (!student) return;
  const voice = { party: "student" as const, guardianId: null, personId: ctx.actor.personId };
  const minor = student.birthDate !== null && isMinorOn(student.birthDate, civilDate(ctx.clock.now()));
  for (const recipientId of hosts) {
    const purpose = "share_application" as const;
    await writeWord(tx, ctx, {
      student,
      voice,
      act: "given",
      purpose,
      recipientId,
      language,
      how: "account",
    });
    if (minor) await askGuardians(tx, ctx, student, purpose, recipientId);
  }
};

/**
 * A student says which slots they want, best first; their school may write down what a student without an account put on
 * paper. In: the student, a number beside each slot wanted, whether the hosts chosen may see the student's data, the
 * version listed. Out: how many choices. Refuses strangers (not found), choices after the last day, a number given twice,
 * more choices than the round allows, and choices in one's own voice without the consent to share: without it no host
 * could order the student. House rule.
 */
export const chooseSlots = (
  ctx: PersonCtx,
  roundId: string,
  asked: Asked,
): Promise<Result<{ choices: number }>> =>
  decide(async (tx) => {
    const { studentId } = asked;
    const entered = await tx.roundStudent.findUnique({
      where: { roundId_studentId: { roundId, studentId } },
      include: { round: true },
    });
    const own = (await recordsOf(tx, ctx.actor.personId)).includes(studentId);
    const { organization } = ctx.actor;
    const forSchool = organization?.id === entered?.schoolId && organization?.role !== "student";
    if (!entered || !(own || forSchool)) return reject({ code: "not_found", key: "errors.notFound" });
    if (!own && !(organization && mayWrite({ organization })))
      return reject({ code: "forbidden", key: "rounds.errors.role" });
    const { round } = entered;
    const today = civilDate(ctx.clock.now());
    if (stateOf(round) !== "open" || round.choicesUntil < today)
      return reject({ code: "conflict", key: "rounds.errors.choicesClosed" });

    const slots = await tx.roundSlot.findMany({
      where: { roundId, withdrawnAt: null },
      take: 300,
      select: { id: true, hostId: true, title: true },
    });
    const listed = readChoices(asked.rows, new Set(slots.map(({ id }) => id)), round.mostChoices);
    if (!listed.ok) {
      const title = slots.find(({ id }) => id === listed.slotId)?.title ?? "";
      return reject({
        code: "invalid",
        key: `rounds.errors.choice.${listed.reason}`,
        values: { slot: title, place: listed.place ?? 0, max: round.mostChoices },
      });
    }
    const hosts = [
      ...new Set(slots.filter(({ id }) => listed.choices.includes(id)).map(({ hostId }) => hostId)),
    ];
    if (own && hosts.length > 0 && !asked.share)
      return reject({
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "share", key: "rounds.errors.share" }],
      });

    const { count } = await tx.roundStudent.updateMany({
      where: { roundId, studentId, version: asked.version },
      data: {
        chosenBy: own ? "student" : "school",
        chosenAt: ctx.clock.now(),
        version: { increment: 1 },
      },
    });
    if (count === 0) stale();
    await tx.roundChoice.deleteMany({ where: { roundId, studentId } });
    await tx.roundChoice.createMany({
      data: listed.choices.map((slotId, at) => ({ roundId, studentId, slotId, rank: at + 1 })),
    });
    if (own) await shareWith(tx, ctx, studentId, hosts, asked.language);
    else
      await recordRound(tx, ctx, round, "chosen_on_paper", {
        code: entered.code,
        choices: listed.choices.length,
      });
    return { choices: listed.choices.length };
  });
