import { pinyinKey } from "~/catalogues/pinyin-key.server";
import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { invalidField, notFound, type Result } from "~/platform/result";
import { keepFormer } from "../former-identity.server";
import { likenessKeys } from "../likeness-keys.server";
import { peopleWhoAct } from "../people-who-act.server";
import { mayReview } from "../policy";
import { labelsOf } from "../queries/labels.server";
import { indexOrganization } from "../search-index.server";
import { trustMail } from "../trust-mails.server";
import { findLikenesses } from "./find-likenesses.server";

/**
 * Decides on a request for another name or code. Approved: the organization has it from now on, the former one stays in
 * its history and is still found. Goes in: the request, the outcome, and the reason (needed to refuse). Comes out: the
 * organization's name. Refuses anybody but the operator (not found), a missing reason (beside the field), a request that
 * was decided or withdrawn, an organization changed meanwhile and a code somebody else took (conflict).
 */
export const decideIdentityChange = async (
  ctx: PersonCtx,
  input: { changeId: string; outcome: "approved" | "refused"; reason?: string | undefined },
): Promise<Result<{ name: string }>> => {
  const allowed = mayReview(ctx.actor);
  if (!allowed.ok) return allowed;
  const change = await read.identityChange.findUnique({ where: { id: input.changeId } });
  if (!change) return notFound();
  const { outcome, reason } = input;
  if (outcome === "refused" && !reason) return invalidField("reason", "organizations.errors.reasonNeeded");
  const before = await read.organization.findUniqueOrThrow({ where: { id: change.organizationId } });
  const labels = await labelsOf(before);
  const name = change.name ?? before.name;
  const keys = await likenessKeys({ ...before, name });
  return decide(async (tx) => {
    const now = ctx.clock.now();
    const decided = await tx.identityChange.updateMany({
      where: { id: change.id, decision: null },
      data: { decision: outcome, reason: reason ?? null, decidedBy: ctx.actor.personId, decidedAt: now },
    });
    if (decided.count === 0) return reject({ code: "conflict", key: "trust.refused.decided" });
    if (outcome === "approved") {
      if (before.state !== "verified") return reject({ code: "conflict", key: "trust.refused.notVerified" });
      const wanted = {
        name,
        uscc: change.uscc ?? before.uscc,
        schoolCode: change.schoolCode ?? before.schoolCode,
      };
      const taken = await tx.organization.findFirst({
        where: {
          id: { not: before.id },
          OR: [
            ...(change.uscc ? [{ uscc: change.uscc }] : []),
            ...(change.schoolCode ? [{ schoolCode: change.schoolCode }] : []),
          ],
        },
        select: { id: true },
      });
      if (taken && (change.uscc || change.schoolCode))
        return reject({ code: "conflict", key: "organizations.errors.codeTaken" });
      const key = pinyinKey(name);
      const written = await tx.organization.updateMany({
        where: { id: before.id, version: before.version },
        data: {
          ...wanted,
          ...keys,
          namePinyin: key.pinyin,
          nameInitials: key.initials,
          updatedAt: now,
          version: { increment: 1 },
        },
      });
      if (written.count === 0) return stale();
      await keepFormer(tx, before, wanted, { because: "renamed", until: now });
      await indexOrganization(tx, before.id, labels);
      await findLikenesses(tx, ctx, before.id);
    }
    await record(tx, ctx, {
      subject: { type: "organization", id: before.id },
      name: outcome === "approved" ? "organization.renamed" : "organization.rename_refused",
      payload: { change: change.id, from: before.name, name, reason: reason ?? "" },
      audience: [before.id],
    });
    await enqueue(
      tx,
      ctx,
      (await peopleWhoAct(tx, before.id)).map((reader) =>
        trustMail(reader, {
          what: outcome === "approved" ? "renamed" : "renameRefused",
          key: change.id,
          values: { organization: before.name, name },
          quoted: [reason ?? ""],
          link: "/organization/standing",
        }),
      ),
    );
    return { name };
  });
};
