import type { PersonCtx } from "~/identity/actor";
import { emailOf } from "~/identity/mails.server";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { once } from "~/platform/outbox/once.server";
import { notFound, type Result } from "~/platform/result";
import { draftPlace } from "../queries/draft-place.server";
import { organizationDraft } from "../queries/organization-draft.server";
import type { OrganizationInput } from "../registration-schema";
import { foundOrganization } from "./found-organization.server";

/**
 * Registers an organization by somebody who has an account and becomes its first owner; this session then acts for it.
 * Goes in: the form. Comes out: the organization's id. Refuses, beside the field, a code that is not well formed or
 * already on the platform, and a region that is unknown, ambiguous or as wide as a province.
 */
export const registerOrganization = async (
  ctx: PersonCtx,
  input: OrganizationInput,
): Promise<Result<{ organizationId: string }>> => {
  const person = await read.person.findUnique({ where: { id: ctx.actor.personId } });
  if (!person) return notFound();
  const checked = await organizationDraft(input);
  if (!checked.ok) return checked;
  const draft = checked.value;
  const place = await draftPlace(draft.regionCode);
  const owner = { personId: person.id, name: person.name, email: emailOf(person) };
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, { draft }, async () => {
      const organizationId = await foundOrganization(tx, ctx, { draft, place, owner });
      await tx.session.updateMany({
        where: { publicId: ctx.actor.sessionPublicId, personId: person.id },
        data: { currentOrganizationId: organizationId },
      });
      return { organizationId };
    }),
  );
};
