import type { MemberCtx } from "~/identity/actor";
import { writeRoster } from "~/organizations/roster-write.server";
import { readIdNumber } from "~/organizations/rules/id-number";
import { decide, reject } from "~/platform/decide.server";
import { once } from "~/platform/outbox/once.server";
import { invalidField, type Result, refuse } from "~/platform/result";
import { refuseSchoolWork } from "../policy";
import { claimRegistration } from "../registration.server";
import { GENERAL_TRACK } from "../roll-move.server";
import type { EnrolForm } from "../schema";

const MOBILE = /^1[3-9]\d{9}$/;

/**
 * A general school puts one of its students on its roll. Goes in: what the roll needs; date of birth and sex come from the
 * identity number, which itself is not kept. Comes out: the roll row's id, and whether another school has the person
 * registered ("claimed": the authority will decide). Refuses vocational schools, which have their own roster, a wrong identity
 * number, and a student number in use.
 */
export const enrolStudent = async (
  ctx: MemberCtx,
  input: EnrolForm,
): Promise<Result<{ studentId: string; registration: string }>> => {
  const refusal = refuseSchoolWork(ctx.actor);
  if (refusal) return { ok: false, refusal };
  if (ctx.actor.organization.kind !== "general_school")
    return refuse("forbidden", "transfers.errors.ownRoster");
  const identity = readIdNumber(input.idNumber);
  if (!identity) return invalidField("idNumber", "transfers.errors.idNumber");
  const phone = input.guardianPhone ?? "";
  if (phone && !MOBILE.test(phone)) return invalidField("guardianPhone", "errors.notAPhone");
  const { submissionKey, ...asked } = input;
  const organizationId = ctx.actor.organizationId;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { ...asked, idNumber: "" }, async () => {
      const place = { organizationId_studentNumber: { organizationId, studentNumber: input.studentNumber } };
      if (await tx.student.findUnique({ where: place })) {
        return reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "studentNumber", key: "transfers.errors.numberTaken" }],
        });
      }
      await writeRoster(
        tx,
        [
          {
            line: 1,
            studentNumber: input.studentNumber,
            name: input.name,
            sex: identity.sex,
            birthDate: identity.birthDate,
            idNumber: identity.number,
            programmeId: GENERAL_TRACK,
            entryYear: input.entryYear,
            className: input.className,
            phone: null,
            email: null,
            guardian: phone
              ? { name: input.guardianName ?? "", relation: "other", phone, email: null }
              : null,
          },
        ],
        { organizationId, importId: null, now: ctx.clock.now() },
      );
      const student = await tx.student.findUniqueOrThrow({ where: place });
      return { studentId: student.id, registration: await claimRegistration(tx, ctx, student) };
    }),
  );
};
