import type { MemberCtx } from "~/identity/actor";
import { findPartners } from "./draft-page.server";
import { editPage } from "./edit-page.server";

/**
 * The parties of an agreement on its way, for the page that changes them. Goes in: who looks, which, and the words an
 * organization is searched by. Comes out: the parties with whether each could be taken out, and those found that are none;
 * null when there is nothing to change or it is not theirs.
 */
export const partiesPage = async (ctx: MemberCtx, id: string, searched: string) => {
  const page = await editPage(ctx, id);
  if (!page || page.document.kind !== "main") return null;
  const { content, document, mayEdit, agreement } = page;
  const mine = ctx.actor.organizationId;
  const bound = new Set(content.commitments.flatMap((one) => [one.byId, one.toId]));
  const present = content.parties.map((one) => one.organizationId);
  const found = await findPartners(ctx, searched);
  return {
    agreement,
    version: document.version,
    mayEdit,
    searched,
    parties: content.parties.map((one) => ({
      id: one.organizationId,
      name: one.name,
      role: one.role,
      removable:
        mayEdit &&
        !document.sent &&
        one.role === "member" &&
        one.organizationId !== mine &&
        !bound.has(one.organizationId),
    })),
    found: found.filter((one) => !present.includes(one.id)),
  };
};
