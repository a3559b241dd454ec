import { decide, reject } from "~/platform/decide.server";
import type { Result } from "~/platform/result";
import { actingAs } from "../acting-as";
import type { PersonCtx, Role } from "../actor";
import { takeLink } from "../links.server";
import { addMember } from "./add-member.server";

/**
 * Joins an organization by invitation with one's existing account; this session then acts for it. Goes in: the link's
 * token. Refuses a dead link, and (forbidden) an invitation that was sent to another e-mail address.
 */
export const acceptInvitation = (
  ctx: PersonCtx,
  input: { token: string },
): Promise<Result<{ organizationId: string }>> =>
  decide(async (tx) => {
    const link = await takeLink(tx, ctx, input.token, "invitation");
    const person = await tx.person.findUnique({ where: { id: ctx.actor.personId } });
    if (!person || !link.organizationId) return reject({ code: "not_found", key: "errors.notFound" });
    if (person.emailHash !== link.emailHash) {
      return reject({ code: "forbidden", key: "identity.errors.invitationWrongPerson" });
    }
    const { organizationId } = link;
    await addMember(tx, actingAs(ctx, person, organizationId), {
      personId: person.id,
      organizationId,
      role: link.role as Role,
    });
    await tx.session.updateMany({
      where: { publicId: ctx.actor.sessionPublicId, personId: person.id },
      data: { currentOrganizationId: organizationId },
    });
    return { organizationId };
  });
