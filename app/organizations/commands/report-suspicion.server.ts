import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { operators } from "../people-who-act.server";
import { maySeeWork } from "../policy";
import type { SuspicionReason } from "../rules/trust-terms";
import { trustMail } from "../trust-mails.server";
import { findLikenesses } from "./find-likenesses.server";

/** Reports an organization may leave open at the same time. House rule. */
const MOST_OPEN = 5;

/**
 * A partner tells the operator that something about an organization seems wrong; it is compared with all others at once.
 * The organization itself is not told who asked. Goes in: the organization, a coded reason, what was seen. Comes out: the
 * report's id. Refuses students (forbidden), oneself, an organization nobody may see (not found), and a sixth report while
 * five are open (limited).
 */
export const reportSuspicion = async (
  ctx: MemberCtx,
  input: {
    organizationId: string;
    reasonCode: SuspicionReason;
    text: string;
    submissionKey?: string | undefined;
  },
): Promise<Result<{ suspicionId: string }>> => {
  const allowed = maySeeWork(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId, reasonCode, text } = input;
  const about = await read.organization.findUnique({ where: { id: organizationId } });
  if (!about || about.id === ctx.actor.organizationId || !["verified", "unclaimed"].includes(about.state))
    return notFound();
  const open = await read.suspicion.findMany({
    where: { byOrganizationId: ctx.actor.organizationId },
    orderBy: { at: "desc" },
    take: 50,
    select: { state: true },
  });
  if (open.filter(({ state }) => state === "open").length >= MOST_OPEN)
    return refuse("limited", "trust.refused.tooManyReports", { values: { most: MOST_OPEN } });
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, { organizationId, reasonCode, text }, async () => {
      const now = ctx.clock.now();
      const suspicionId = newId(now.getTime());
      await tx.suspicion.create({
        data: {
          id: suspicionId,
          organizationId,
          byOrganizationId: ctx.actor.organizationId,
          byPersonId: ctx.actor.personId,
          reasonCode,
          text,
          state: "open",
          at: now,
        },
      });
      await findLikenesses(tx, ctx, organizationId);
      await record(tx, ctx, {
        subject: { type: "organization", id: organizationId },
        name: "organization.suspected",
        payload: { suspicion: suspicionId, code: reasonCode },
        audience: [],
      });
      await enqueue(
        tx,
        ctx,
        (await operators(tx)).map((reader) =>
          trustMail(reader, {
            what: "suspected",
            key: suspicionId,
            values: { organization: about.name },
            quoted: [text],
            link: `/admin/organizations/${organizationId}`,
          }),
        ),
      );
      return { suspicionId };
    }),
  );
};
