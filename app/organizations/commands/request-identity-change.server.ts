import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { type FieldError, invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { evidenceNow } from "../evidence-now.server";
import { operators } from "../people-who-act.server";
import { mayEditProfile } from "../policy";
import { codeProblems, readCodes } from "../rules/organization-codes";
import { reviewDue } from "../rules/review-due";
import { trustMail } from "../trust-mails.server";

type Wanted = { name?: string | undefined; uscc?: string | undefined; schoolCode?: string | undefined };

/**
 * Asks the operator for another name or code of the own verified organization, with the evidence handed in so far. Goes in:
 * what is to change (codes as typed; what is left out stays) and why. Comes out: the request and the civil date of the
 * answer (three working days). Refuses a viewer (forbidden), one that is not verified (blocked: it changes its profile
 * itself), no change, a wrong or taken code, no evidence (beside the field) and a second request at once (conflict).
 */
export const requestIdentityChange = async (
  ctx: MemberCtx,
  input: Wanted & { why: string },
): Promise<Result<{ changeId: string; dueOn: string }>> => {
  const allowed = mayEditProfile(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const stored = await tx.organization.findUniqueOrThrow({ where: { id: organizationId } });
    if (stored.state !== "verified") return reject({ code: "blocked", key: "trust.refused.notVerified" });
    const typed = readCodes(
      {
        ...(input.uscc ? { uscc: input.uscc } : {}),
        ...(input.schoolCode ? { schoolCode: input.schoolCode } : {}),
      },
      stored.kind,
    );
    const name = input.name && input.name !== stored.name ? input.name : null;
    const uscc = typed.uscc === stored.uscc ? null : typed.uscc;
    const schoolCode = typed.schoolCode === stored.schoolCode ? null : typed.schoolCode;
    if (!name && !uscc && !schoolCode) return reject(invalidField("name", "trust.errors.noChange").refusal);
    const fields: FieldError[] = codeProblems({ uscc, schoolCode }, stored.kind);
    for (const [field, code] of [
      ["uscc", uscc],
      ["schoolCode", schoolCode],
    ] as const) {
      if (!code) continue;
      const where = field === "uscc" ? { uscc: code } : { schoolCode: code };
      if (await tx.organization.findUnique({ where, select: { id: true } }))
        fields.push({ field, key: "organizations.errors.codeTaken" });
    }
    if (fields.length > 0) return reject({ code: "invalid", key: "errors.checkFields", fields });
    const waiting = await tx.identityChange.findFirst({ where: { organizationId, decision: null } });
    if (waiting) return reject({ code: "conflict", key: "trust.refused.changeWaits" });
    const evidence = await evidenceNow(tx, organizationId);
    if (evidence.length === 0) return reject(invalidField("evidence", "organizations.gap.evidence").refusal);
    const now = ctx.clock.now();
    const due = reviewDue(civilDate(now));
    const changeId = newId(now.getTime());
    await tx.identityChange.create({
      data: {
        id: changeId,
        organizationId,
        name,
        uscc,
        schoolCode,
        why: input.why,
        evidence: JSON.stringify(evidence),
        requestedBy: ctx.actor.personId,
        requestedAt: now,
        dueOn: due.date,
        dueUncertain: !due.certain,
      },
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organizationId },
      name: "organization.rename_asked",
      payload: { change: changeId, name: name ?? "", uscc, schoolCode, dueOn: due.date },
      audience: [organizationId],
    });
    await enqueue(
      tx,
      ctx,
      (await operators(tx)).map((reader) =>
        trustMail(reader, {
          what: "renameAsked",
          key: changeId,
          values: { organization: stored.name, due: due.date },
          link: `/admin/organizations/${organizationId}`,
        }),
      ),
    );
    return { changeId, dueOn: due.date };
  });
};
