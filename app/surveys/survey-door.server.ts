import type { MemberCtx } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import type { RequestFacts } from "~/platform/http/context";
import { throwRefusal } from "~/platform/http/respond.server";
import { ASKING } from "./policy";
import { type SurveyScope, surveyInScope } from "./survey-scope.server";

/** Staff of schools and authorities; students and everybody else are told why not (403). */
export const requireAsker = (request: Request, facts: RequestFacts): Promise<MemberCtx> =>
  requireStaff(request, facts, ASKING);

/** The member and a survey in their scope; one of others is not found (404). */
export const requireSurvey = async (
  request: Request,
  facts: RequestFacts,
  id: string | undefined,
): Promise<{ ctx: MemberCtx; scope: SurveyScope }> => {
  const ctx = await requireAsker(request, facts);
  const scope = await surveyInScope(ctx, id ?? "");
  return scope ? { ctx, scope } : throwRefusal({ code: "not_found", key: "errors.notFound" });
};
