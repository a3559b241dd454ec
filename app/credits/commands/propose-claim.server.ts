import type { z } from "zod";
import type { PersonCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseCreditWork, SCHOOLS } from "../policy";
import { CLAIM_FILE } from "../rules/claim";
import type { claimForm } from "../schema";

/** Claims of one student that wait at once, at most. House rule. */
const MOST_WAITING = 20;

/** For whom a claim is made: the student's own row of the roll, or a student of the school by number. */
const studentFor = async (tx: Tx, ctx: PersonCtx, number: string | undefined) => {
  const { organization, personId } = ctx.actor;
  if (organization && organization.role !== "student" && SCHOOLS.includes(organization.kind)) {
    const refusal = refuseCreditWork({ organization });
    if (refusal) return reject(refusal);
    const found = number
      ? await tx.student.findFirst({
          where: { organizationId: organization.id, studentNumber: number, state: "active" },
        })
      : null;
    return found ?? reject(invalidField("student", "credits.errors.noStudent").refusal);
  }
  const own = await tx.student.findFirst({ where: { personId, state: "active" }, orderBy: { id: "desc" } });
  return own ?? reject({ code: "forbidden", key: "credits.errors.noRoll" });
};

/**
 * A certificate (职业技能等级、1+X), prize, patent or product is shown for credits, with its evidence. Goes in: what it is, who
 * gave it, when, the file; the student's number where the school enters it. Comes out: the claim's id; the school decides.
 * Refuses without a file or with a later date (invalid), a number that is not on the roll (invalid), and anyone who is
 * neither a student nor a school (forbidden).
 */
export const proposeClaim = async (
  ctx: PersonCtx,
  { submissionKey, ...input }: z.output<typeof claimForm>,
  file: ReceivedFile | null,
): Promise<Result<{ id: string }>> => {
  if (!file) return invalidField("file", "credits.errors.noFile");
  const now = ctx.clock.now();
  if (input.happenedOn > civilDate(now)) return invalidField("happenedOn", "credits.errors.future");
  const stored = await putFile(file.bytes);
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...input, file: stored.sha256 }, async () => {
      const student = await studentFor(tx, ctx, input.student);
      const where = { studentId: student.id, state: "proposed" };
      if ((await tx.creditClaim.count({ where })) >= MOST_WAITING) {
        return reject({
          code: "conflict",
          key: "credits.errors.tooManyClaims",
          values: { max: MOST_WAITING },
        });
      }
      const id = newId(now.getTime());
      const fileId = await attachFile(tx, {
        stored,
        name: file.name,
        mediaType: file.mediaType,
        subject: { type: CLAIM_FILE, id },
        organizationId: student.organizationId,
        uploadedBy: ctx.actor.name,
        at: now,
      });
      await tx.creditClaim.create({
        data: {
          id,
          organizationId: student.organizationId,
          studentId: student.id,
          personId: student.personId,
          studentName: student.name,
          source: input.source,
          title: input.title,
          issuer: input.issuer,
          number: input.number ?? "",
          happenedOn: input.happenedOn,
          fileId,
          fileName: file.name.slice(0, 200),
          state: "proposed",
          proposedByName: ctx.actor.name,
          creditsCenti: 0,
          reason: "",
          decidedBy: "",
          createdAt: now,
          version: 1,
        },
      });
      await record(tx, ctx, {
        subject: { type: "creditClaim", id },
        name: "credit_claim.proposed",
        payload: { source: input.source, title: input.title },
        audience: [student.organizationId],
      });
      return { id };
    }),
  );
};
