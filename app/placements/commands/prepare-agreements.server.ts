import { openSealedDocument } from "~/agreements/sealed-documents/open.server";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { draftAgreements } from "../draft-agreement.server";
import { clearRefusal } from "../gate-policy";
import { placementMails } from "../placement-mails.server";
import { BOARD_ROWS, gateRows } from "../queries/gate-board.server";
import { askIn } from "../queries/gate-rows.sqlite.server";
import { PLACEMENT_STATES } from "../rules/lifecycle";
import { TRIPARTITE_TEMPLATE } from "../rules/tripartite-clauses";

export type Prepared = { prepared: number; held: { id: string; name: string; refusal: Refusal }[] };

/**
 * Prepares the tripartite agreements of a whole cohort: each is written from records, judged, frozen and opened to its
 * three parties. Goes in: the placements. Comes out: how many were opened, and who is held by what; those do not stop the
 * others. Refuses staff who only look (forbidden) and placements that are not the school's (not found).
 */
export const prepareAgreements = (ctx: MemberCtx, ids: readonly string[]): Promise<Result<Prepared>> =>
  decide(async (tx) => {
    const refusal = clearRefusal(ctx.actor);
    if (refusal) reject(refusal);
    const schoolId = ctx.actor.organizationId;
    const asked = [...new Set(ids)].slice(0, BOARD_ROWS);
    const now = ctx.clock.now();
    const rows = await gateRows(
      askIn(tx),
      { schoolId, ids: asked, states: PLACEMENT_STATES },
      civilDate(now),
    );
    if (rows.length === 0 || rows.length < asked.length) reject(notFound().refusal);
    const held: Prepared["held"] = [];
    const hosts = new Map<string, number>();
    for (const draft of await draftAgreements(tx, rows, now)) {
      const { row } = draft;
      if (!draft.ok) {
        held.push({ id: row.id, name: row.studentName, refusal: draft.refusal });
        continue;
      }
      const { code, digest } = await openSealedDocument(tx, ctx, {
        subjectKind: "placement",
        subjectId: row.id,
        content: draft.content,
      });
      await record(tx, ctx, {
        subject: { type: "placement", id: row.id },
        name: "placement.agreement_prepared",
        payload: { template: TRIPARTITE_TEMPLATE, code, digest },
        audience: [row.schoolId, row.hostId],
      });
      hosts.set(row.hostId, (hosts.get(row.hostId) ?? 0) + 1);
      await enqueue(
        tx,
        ctx,
        await placementMails(tx, {
          kind: "toSign",
          key: `${row.id}:${code}`,
          to: [],
          people: [row.studentPersonId],
          values: { count: 1, by: row.schoolName },
          link: `/placements/${row.id}/agreement`,
        }),
      );
    }
    for (const [hostId, count] of hosts) {
      await enqueue(
        tx,
        ctx,
        await placementMails(tx, {
          kind: "toSign",
          key: `${hostId}:${now.getTime()}`,
          to: [hostId],
          values: { count, by: rows[0]?.schoolName ?? "" },
          link: "/placements/sign",
        }),
      );
    }
    return { prepared: rows.length - held.length, held };
  });
