import { actingAs } from "~/identity/acting-as";
import { createPerson } from "~/identity/commands/create-person.server";
import { lookAtLink, takeLink } from "~/identity/links.server";
import type { Ctx } from "~/platform/command";
import { decide } from "~/platform/decide.server";
import { type Result, refuse } from "~/platform/result";
import { draftPlace } from "../queries/draft-place.server";
import { registrationDetails } from "../registration-schema";
import { foundOrganization } from "./found-organization.server";

/**
 * Makes a registration real by its mailed link. Goes in: the token. Comes out: the organization, its owner, and whether
 * the owner had an account before: then its name and password stay as they were. Refuses a dead link (not found) and
 * a code that somebody else registered meanwhile.
 */
export const confirmRegistration = async (
  ctx: Ctx,
  input: { token: string },
): Promise<Result<{ organizationId: string; personId: string; hadAccount: boolean }>> => {
  const seen = await lookAtLink(input.token, "registration", ctx.clock.now());
  const details = registrationDetails.safeParse(seen?.details);
  if (!seen || !details.success) return refuse("not_found", "identity.errors.linkDead");
  const { draft, contactName, passwordHash } = details.data;
  const place = await draftPlace(draft.regionCode);
  return decide(async (tx) => {
    const { email, emailHash, language } = await takeLink(tx, ctx, input.token, "registration");
    const known = await tx.person.findUnique({ where: { emailHash }, select: { id: true, name: true } });
    const owner = known ?? {
      id: await createPerson(tx, ctx, { email, name: contactName, passwordHash, language }),
      name: contactName,
    };
    const organizationId = await foundOrganization(tx, actingAs(ctx, owner, null), {
      draft,
      place,
      owner: { personId: owner.id, name: contactName, email },
    });
    return { organizationId, personId: owner.id, hadAccount: known !== null };
  });
};
