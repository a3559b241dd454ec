import type { MemberCtx, OrganizationKind } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import type { RequestFacts } from "~/platform/http/context";

const DEALERS: readonly OrganizationKind[] = ["school", "general_school", "authority"];

/** The context of staff of a school or an authority: windows, seats, pairings and registrations are theirs. */
export const requireTransferStaff = (
  request: Request,
  facts: RequestFacts,
  kinds: readonly OrganizationKind[] = DEALERS,
): Promise<MemberCtx> => requireStaff(request, facts, kinds);
