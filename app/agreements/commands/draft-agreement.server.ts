import type { MemberCtx } from "~/identity/actor";
import { acceptedTermsSchema } from "~/marketplace/enquiry-schema";
import type { Tx } from "~/platform/db/gate.server";
import { decide, reject } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { recordAgreement } from "../agreement-record.server";
import { lapseAfter, refreshParties } from "../agreement-work.server";
import { foundParties, partyOf } from "../found-parties.server";
import { actRefusal, verifiedRefusal } from "../policy";
import { firstDraft } from "../rules/first-draft";
import { contentDigest } from "../rules/freeze";
import { seatParties } from "../rules/seating";
import { templateOf } from "../rules/templates/all";
import type { DraftAgreement } from "../schema";

const acceptedTerms = async (tx: Tx, ctx: MemberCtx, enquiryId: string | undefined) => {
  if (!enquiryId) return null;
  const enquiry = await tx.enquiry.findUnique({ where: { id: enquiryId } });
  const mine = ctx.actor.organizationId;
  if (!enquiry?.accepted || (enquiry.fromOrganizationId !== mine && enquiry.toOrganizationId !== mine)) {
    return reject({ code: "not_found", key: "errors.notFound" });
  }
  const drafted = await tx.agreement.findUnique({ where: { enquiryId }, select: { id: true } });
  if (drafted) return reject({ code: "conflict", key: "agreements.errors.alreadyDrafted" });
  return acceptedTermsSchema.parse(JSON.parse(enquiry.accepted));
};

/**
 * Draws up an agreement from a template, its terms copied. Goes in: the template, title, dates, the other parties (ids)
 * and, when it follows one, the accepted enquiry whose seats are taken over. Comes out: its id; the same submission key
 * again gives the same one. Refuses a viewer, an unverified organization, a start in the past, parties that do not fit
 * the template's roles, and a second agreement from one enquiry.
 */
export const draftAgreement = (ctx: MemberCtx, input: DraftAgreement): Promise<Result<{ id: string }>> =>
  decide(async (tx) => {
    const refusal = actRefusal(ctx.actor) ?? verifiedRefusal(ctx.actor);
    if (refusal) reject(refusal);
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, asked, async () => {
      const at = ctx.clock.now();
      const today = civilDate(at);
      const template = templateOf(input.templateId);
      if (!template?.drafted)
        return reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "templateId", key: "errors.notAChoice" }],
        });
      if (input.startsOn < today)
        reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "startsOn", key: "agreements.errors.past" }],
        });
      const accepted = await acceptedTerms(tx, ctx, input.enquiryId);
      const ids = [...new Set([ctx.actor.organizationId, ...input.partners])];
      const organizations = await foundParties(tx, ids);
      const roles = seatParties(template, organizations);
      if (!roles)
        return reject({
          code: "invalid",
          key: "errors.checkFields",
          fields: [{ field: "partners", key: "agreements.errors.roles" }],
        });
      const parties = roles.map(partyOf);
      const content = firstDraft(template, { ...input, parties, seats: accepted?.seats ?? null }, () =>
        newId(at.getTime()),
      );
      const id = newId(at.getTime());
      const documentId = newId(at.getTime());
      await tx.agreement.create({
        data: {
          id,
          kind: template.kind,
          templateId: template.id,
          title: input.title,
          state: "draft",
          enquiryId: input.enquiryId ?? null,
          draftedById: ctx.actor.organizationId,
          startsOn: input.startsOn,
          endsOn: input.endsOn,
          createdAt: at,
          updatedAt: at,
          version: 1,
          parties: {
            create: parties.map((party, position) => ({
              organizationId: party.organizationId,
              role: party.role,
              position,
              state: "draft",
              dueKey: input.startsOn,
              waiting: 0,
            })),
          },
          documents: {
            create: [
              {
                id: documentId,
                kind: "main",
                ordinal: 1,
                state: "draft",
                drafterId: ctx.actor.organizationId,
                number: 1,
                lapsesOn: lapseAfter("draft", today),
                round: 0,
                changes: "[]",
                createdAt: at,
                version: 1,
              },
            ],
          },
        },
      });
      await tx.agreementVersion.create({
        data: {
          documentId,
          number: 1,
          content: JSON.stringify(content),
          digest: contentDigest(content),
          kind: "draft",
          organizationId: ctx.actor.organizationId,
          authorName: ctx.actor.name,
          createdAt: at,
        },
      });
      await recordAgreement(tx, ctx, id, "agreement.drafted", {
        title: input.title,
        template: template.id,
        enquiryId: input.enquiryId ?? null,
        documentId,
      });
      await refreshParties(tx, id, today);
      return { id };
    });
  });
