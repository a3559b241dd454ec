import type { MemberCtx } from "~/identity/actor";
import { askGuardians } from "~/identity/consent-requests.server";
import { studentFacts } from "~/identity/student-facts.server";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { clearRefusal } from "../gate-policy";
import { placementMails } from "../placement-mails.server";
import { gateRows } from "../queries/gate-board.server";
import { askIn } from "../queries/gate-rows.sqlite.server";
import { SEATED } from "../rules/lifecycle";

/**
 * Asks for the informed consent to an internship (知情同意书) of many at once: guardians by their link, students by a
 * letter. Goes in: placements of the school. Comes out: how many guardians' requests are open, and the students without a
 * guardian's phone on record. Nobody is asked twice about the same while an answer is open. Refuses staff who only look
 * (forbidden) and placements that are not the school's (not found).
 */
export const askInternshipConsents = (
  ctx: MemberCtx,
  ids: readonly string[],
): Promise<Result<{ asked: number; unreachable: number }>> =>
  decide(async (tx) => {
    const refusal = clearRefusal(ctx.actor);
    if (refusal) reject(refusal);
    const schoolId = ctx.actor.organizationId;
    const rows = await gateRows(askIn(tx), { schoolId, ids, states: SEATED }, civilDate(ctx.clock.now()));
    if (rows.length === 0 || rows.length < new Set(ids).size) reject(notFound().refusal);
    let asked = 0;
    let unreachable = 0;
    for (const row of rows) {
      if (row.facts.consents.guardian === null) {
        const student = await studentFacts(tx, row.studentId);
        const open = student ? await askGuardians(tx, ctx, student, "internship", row.hostId) : [];
        asked += open.length;
        if (open.length === 0) unreachable += 1;
      }
      if (row.facts.consents.student === null) {
        const letters = await placementMails(tx, {
          kind: "missing",
          key: `consent:${row.id}`,
          to: [],
          people: [row.studentPersonId],
          values: { count: 1, by: row.schoolName },
          link: `/placements/${row.id}/agreement`,
        });
        await enqueue(tx, ctx, letters);
      }
    }
    return { asked, unreachable };
  });
