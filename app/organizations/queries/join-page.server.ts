import type { Person } from "~/identity/actor";
import { maskEmail } from "~/identity/rules/mask-email";
import { lookupHash, openField } from "~/platform/crypto/fields.server";
import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import { plainJoinCode } from "../rules/join-code";
import { livingInvitation } from "../student-invitations.server";

/**
 * What the holder of a code sees before showing to be the student: the school, which characters are asked, and the way on —
 * with the account signed in (`accept`), by giving an address (`address`), by signing in because the address has an account
 * (`signIn`), or by choosing a password (`create`). Nothing of the student. Null for a dead code.
 */
export const joinPage = async (code: string, reader: Person | null, now: Date) => {
  const invitation = await read.studentInvitation.findFirst({
    where: { codeHash: hashToken(plainJoinCode(code)), ...livingInvitation(now) },
    include: {
      student: { select: { organizationId: true, state: true, personId: true, idTailSealed: true } },
    },
  });
  if (!invitation || invitation.student.state !== "active" || invitation.student.personId !== null)
    return null;
  const { student, emailSealed, checked } = invitation;
  const school = await read.organization.findUnique({
    where: { id: student.organizationId },
    select: { name: true },
  });
  const email = emailSealed ? openField("studentInvitation.email", emailSealed) : null;
  const account = email
    ? await read.person.findUnique({
        where: { emailHash: lookupHash("person.email", email) },
        select: { id: true },
      })
    : null;
  const way: "accept" | "address" | "signIn" | "create" = reader
    ? "accept"
    : email === null
      ? "address"
      : account
        ? "signIn"
        : "create";
  return {
    way,
    school: school?.name ?? "",
    reader: reader?.name ?? "",
    email: email ? maskEmail(email) : null,
    checked,
    tail: student.idTailSealed ? ("id" as const) : ("number" as const),
  };
};

export type JoinPage = NonNullable<Awaited<ReturnType<typeof joinPage>>>;
