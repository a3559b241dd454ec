import { read } from "~/platform/db/client.server";
import type { Person, Role } from "../actor";
import { lookAtLink } from "../links.server";
import { maskEmail } from "../rules/mask-email";

/**
 * What the holder of an invitation link sees, and which of four ways leads on: accept with this session, sign out
 * first (another person is signed in), sign in (the address has an account), or make an account. Null for a dead link.
 */
export const invitationPage = async (token: string, reader: Person | null, now: Date) => {
  const link = await lookAtLink(token, "invitation", now);
  if (!link?.organizationId) return null;
  const [organization, inviter, invited] = await Promise.all([
    read.organization.findUnique({ where: { id: link.organizationId }, select: { name: true } }),
    link.invitedBy ? read.person.findUnique({ where: { id: link.invitedBy }, select: { name: true } }) : null,
    read.person.findUnique({ where: { emailHash: link.emailHash }, select: { id: true } }),
  ]);
  if (!organization) return null;
  const way: "accept" | "signOut" | "signIn" | "create" = reader
    ? reader.personId === invited?.id
      ? "accept"
      : "signOut"
    : invited
      ? "signIn"
      : "create";
  return {
    way,
    organization: organization.name,
    inviter: inviter?.name ?? organization.name,
    role: link.role as Role,
    email: maskEmail(link.email),
    readerName: reader?.name ?? "",
  };
};
