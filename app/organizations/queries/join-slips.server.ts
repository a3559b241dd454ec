import type { MemberCtx } from "~/identity/actor";
import { config } from "~/platform/config/config.server";
import { read } from "~/platform/db/client.server";
import { qrDrawing } from "~/platform/qr.server";
import { printedJoinCode } from "../rules/join-code";
import { codeOf, livingInvitation } from "../student-invitations.server";

const MOST_SLIPS = 500;

type Chosen = { programme?: string | undefined; className?: string | undefined };

const waiting = (organizationId: string, chosen: Chosen) => ({
  organizationId,
  state: "active",
  personId: null,
  ...(chosen.programme ? { programmeId: chosen.programme } : {}),
  ...(chosen.className ? { className: chosen.className } : {}),
});

/** How many students of the own school have no account yet, and how many of them have an open code or mail. */
export const invitationCounts = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const now = ctx.clock.now();
  const open = (way: "mail" | "print") => ({ invitations: { some: livingInvitation(now, way) } });
  const where = waiting(organizationId, {});
  const [joined, without, printed, mailed, noEmail] = await Promise.all([
    read.student.count({ where: { organizationId, state: "active", personId: { not: null } } }),
    read.student.count({ where }),
    read.student.count({ where: { ...where, ...open("print") } }),
    read.student.count({ where: { ...where, ...open("mail") } }),
    read.student.count({ where: { ...where, emailSealed: null } }),
  ]);
  return { joined, without, printed, mailed, noEmail };
};

/**
 * Slips to print and cut: one for each student of the own school with an open printed code, by class and number; at most
 * five hundred. Each carries the code, its link as QR drawing, and no more of the student than name, class and number.
 */
export const joinSlips = async (ctx: MemberCtx, chosen: Chosen) => {
  const now = ctx.clock.now();
  const students = await read.student.findMany({
    where: {
      ...waiting(ctx.actor.organizationId, chosen),
      invitations: { some: livingInvitation(now, "print") },
    },
    orderBy: [{ className: "asc" }, { studentNumber: "asc" }],
    take: MOST_SLIPS,
    select: {
      id: true,
      name: true,
      studentNumber: true,
      className: true,
      idTailSealed: true,
      invitations: { where: livingInvitation(now, "print"), take: 1 },
    },
  });
  const { baseUrl } = config();
  return {
    site: baseUrl.replace(/^https?:\/\//, ""),
    slips: students.map((student) => {
      const invitation = student.invitations[0]!;
      const code = codeOf(invitation);
      return {
        id: student.id,
        name: student.name,
        studentNumber: student.studentNumber,
        className: student.className,
        code: printedJoinCode(code),
        tail: student.idTailSealed ? ("id" as const) : ("number" as const),
        until: invitation.expiresAt.toISOString(),
        qr: qrDrawing(`${baseUrl}/join/${code}`),
      };
    }),
  };
};
