import type { MemberCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import { type Result, refuse } from "~/platform/result";
import {
  type InvitationWay,
  issueInvitation,
  livingInvitation,
  studentInvitationMail,
} from "../student-invitations.server";
import { mayKeepStudents } from "../student-policy";

/** Students invited at a time: a year's intake of a large programme. House rule. */
const MOST_AT_ONCE = 500;

export type Invited = {
  /** New invitations. */
  invited: number;
  /** Invited earlier by this way, still open: nobody is bothered twice, a printed code stays the same. */
  waiting: number;
  /** Without an address, by mail. */
  withoutEmail: number;
};

/**
 * Invites students of the own school to take up their records: those of one programme, one class, one student, or all who
 * have not yet. By mail everybody with an address gets a link; by print everybody gets a code to be printed. Comes out: how
 * many were invited, wait already, have no address; at most 500 at a time. Refuses who does not keep the roll (forbidden).
 */
export const inviteStudents = async (
  ctx: MemberCtx,
  input: {
    way: InvitationWay;
    programmeId?: string | undefined;
    className?: string | undefined;
    studentId?: string | undefined;
    submissionKey?: string | undefined;
  },
): Promise<Result<Invited>> => {
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return refuse("forbidden", allowed.refusal.key);
  const { organizationId, organization } = ctx.actor;
  const { submissionKey, way, ...chosen } = input;
  return decide((tx) =>
    once(tx, ctx, submissionKey, { way, ...chosen }, async () => {
      const now = ctx.clock.now();
      const students = await tx.student.findMany({
        where: {
          organizationId,
          state: "active",
          personId: null,
          ...(chosen.studentId ? { id: chosen.studentId } : {}),
          ...(chosen.programmeId ? { programmeId: chosen.programmeId } : {}),
          ...(chosen.className ? { className: chosen.className } : {}),
        },
        orderBy: { studentNumber: "asc" },
        take: MOST_AT_ONCE,
        select: {
          id: true,
          emailSealed: true,
          invitations: { where: livingInvitation(now, way), take: 1, select: { id: true } },
        },
      });
      const outcome: Invited = { invited: 0, waiting: 0, withoutEmail: 0 };
      for (const student of students) {
        if (student.invitations.length > 0) {
          outcome.waiting += 1;
          continue;
        }
        const email = student.emailSealed ? openField("student.email", student.emailSealed) : undefined;
        if (way === "mail" && !email) {
          outcome.withoutEmail += 1;
          continue;
        }
        const made = await issueInvitation(tx, ctx, {
          studentId: student.id,
          way,
          ...(way === "mail" && email ? { email } : {}),
        });
        await record(tx, ctx, {
          subject: { type: "student", id: student.id },
          name: "student.invited",
          payload: { invitationId: made.id, way },
          audience: [],
        });
        if (way === "mail" && email) {
          const mail = { invitationId: made.id, code: made.code, email, school: organization.name };
          await enqueue(tx, ctx, [studentInvitationMail(mail)]);
        }
        outcome.invited += 1;
      }
      return outcome;
    }),
  );
};
