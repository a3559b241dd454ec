import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { civilDate } from "~/platform/time/clock";
import { standingOf, wantedFrom } from "./application-consents.server";
import { mailsToOrganization } from "./application-mails.server";
import {
  type ApplicationRow,
  saveApplication,
  tellApplication,
  turnColumns,
} from "./application-record.server";
import { type ApplicationState, HOST_STATES } from "./rules/application-lifecycle";
import { consentTurn, hostTurn } from "./rules/application-turns";

/**
 * Brings an open application to where its consents stand: before the host once everybody who must agree has agreed, out of
 * its sight as soon as somebody takes it back. The host's time begins when it first sees it, and runs anew after it was
 * hidden. Comes out: the row as it now is; nothing changes when it already is so.
 */
export const followConsent = async (tx: Tx, ctx: Ctx, row: ApplicationRow): Promise<ApplicationRow> => {
  const at = ctx.clock.now();
  const on = civilDate(at);
  const standing = await standingOf(tx, row.studentId, "share_application", row.hostId, on);
  const complete = standing?.complete === true;
  const state = row.state as ApplicationState;
  const waits = HOST_STATES.includes(state);
  if (complete && row.sharedAt === null) {
    const shared = await saveApplication(tx, row, at, {
      sharedAt: at,
      ...(waits ? turnColumns(hostTurn(state, on), at) : {}),
    });
    await tellApplication(tx, ctx, shared, "shared");
    if (waits) {
      await enqueue(
        tx,
        ctx,
        await mailsToOrganization(tx, row.hostId, {
          kind: "received",
          key: `${row.id}:${shared.version}`,
          values: { title: row.title, replyBy: shared.replyBy ?? "" },
          link: `/applications/${row.id}`,
        }),
      );
    }
    return shared;
  }
  if (complete) return row;
  const wanted = wantedFrom(standing);
  if (row.sharedAt === null && (!waits || row.turn === wanted)) return row;
  const hidden = await saveApplication(tx, row, at, {
    sharedAt: null,
    ...(waits ? turnColumns(consentTurn(wanted, on), at) : {}),
  });
  if (row.sharedAt !== null) {
    await tellApplication(tx, ctx, row, "hidden");
    await enqueue(
      tx,
      ctx,
      await mailsToOrganization(tx, row.hostId, {
        kind: "hidden",
        key: `${row.id}:${hidden.version}`,
        values: { title: row.title },
        link: "/applications",
      }),
    );
  }
  return hidden;
};
