import type { MemberCtx, OrganizationKind } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import type { RequestFacts } from "~/platform/http/context";
import { throwRefusal } from "~/platform/http/respond.server";

/** Kinds of organizations that deal with one another; authorities do not. */
export const DEALING: readonly OrganizationKind[] = [
  "enterprise",
  "school",
  "general_school",
  "industry_body",
  "park",
];

/** The context of staff of an organization that deals with others. Students, and kinds not listed, are told why not (403). */
export const requireStaff = async (
  request: Request,
  facts: RequestFacts,
  kinds: readonly OrganizationKind[] = DEALING,
): Promise<MemberCtx> => {
  const ctx = await requireMember(request, facts, kinds);
  if (ctx.actor.organization.role === "student") throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return ctx;
};
