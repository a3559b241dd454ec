import { type Member, mayWrite, type OrganizationKind } from "~/identity/actor";
import { ok, type Result, refuse } from "~/platform/result";

type Acting = Pick<Member, "organization">;

/** Who asks: vocational schools their own people, authorities the schools of their region. */
export const ASKING: readonly OrganizationKind[] = ["school", "authority"];

/** Owners and coordinators of a verified school or authority open and end surveys. House rule. */
export const mayAsk = (actor: Acting): Result<true> => {
  if (!mayWrite(actor)) return refuse("forbidden", "surveys.errors.role");
  return actor.organization.verified ? ok(true) : refuse("forbidden", "surveys.errors.notVerified");
};

/** Free texts are for those who keep the survey of its owner; everybody else reads figures. House rule. */
export const mayReadTexts = (actor: Acting, survey: { ownerId: string }): boolean =>
  actor.organization.id === survey.ownerId && mayWrite(actor);

/** Slips are printed and handed out by a school's own staff who deal with classes. House rule. */
export const mayPrint = (actor: Acting): Result<true> =>
  mayWrite(actor) || actor.organization.role === "teacher"
    ? ok(true)
    : refuse("forbidden", "surveys.errors.role");
