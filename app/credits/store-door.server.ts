import type { MemberCtx } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import type { RequestFacts } from "~/platform/http/context";
import { throwRefusal } from "~/platform/http/respond.server";
import { refuseCreditWork, SCHOOLS } from "./policy";

/** The context of owners and coordinators of a school, whose business the intermediate store is. */
export const requireStoreStaff = async (request: Request, facts: RequestFacts): Promise<MemberCtx> => {
  const ctx = await requireStaff(request, facts, SCHOOLS);
  const refusal = refuseCreditWork(ctx.actor);
  return refusal ? throwRefusal(refusal) : ctx;
};
