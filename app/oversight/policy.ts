import { liesIn } from "~/catalogues/rules/regions";
import { type Acting, mayWrite } from "~/identity/actor";
import { ok, type Result, refuse } from "~/platform/result";

/** Whether somebody acts for an authority and may therefore see what lies in its region. */
export const maySupervise = (actor: Pick<Acting, "organization">): Result<null> =>
  actor.organization.kind === "authority" ? ok(null) : refuse("forbidden", "alerts.errors.authorityOnly");

/** Whether somebody may order, review and dismiss for an authority: its owner and coordinators. */
export const mayOrder = (actor: Pick<Acting, "organization">): Result<null> => {
  const sees = maySupervise(actor);
  if (!sees.ok) return sees;
  return mayWrite(actor) ? ok(null) : refuse("forbidden", "alerts.errors.roleOnly");
};

/** Whether a record lies in an authority's region: its own or one below it. */
export const liesWithin = (authorityRegion: string, regionCode: string): boolean =>
  liesIn(authorityRegion, regionCode);

/** Whether somebody may see figures of their own scope: every member but a student. */
export const maySeeFigures = (actor: Pick<Acting, "organization">): Result<null> =>
  actor.organization.role === "student" ? refuse("forbidden", "indicators.errors.notForStudents") : ok(null);

/** Whether somebody may freeze figures and set targets for their organization: its owner and coordinators. */
export const mayFreeze = (actor: Pick<Acting, "organization">): Result<null> =>
  mayWrite(actor) ? ok(null) : refuse("forbidden", "indicators.errors.roleOnly");

/** Whether somebody may answer cards and propose programmes: owners and coordinators of a verified vocational school. */
export const mayPropose = (actor: Pick<Acting, "organization">): Result<null> => {
  const { kind, verified } = actor.organization;
  if (kind !== "school") return refuse("forbidden", "cards.errors.schoolsOnly");
  if (!mayWrite(actor)) return refuse("forbidden", "alerts.errors.roleOnly");
  return verified ? ok(null) : refuse("forbidden", "cards.errors.notVerified");
};

/** Whether somebody reads cards and proposals at work: staff of a vocational school its own, an authority its region's. */
export const mayReadCards = (actor: Pick<Acting, "organization">): Result<null> => {
  const { kind, role } = actor.organization;
  const staff = (kind === "school" || kind === "authority") && role !== "student";
  return staff ? ok(null) : refuse("forbidden", "cards.errors.readersOnly");
};

/** Whether somebody oversees consortia: authorities, and staff of whoever may belong to one; everybody only their own. */
export const mayOverseeConsortia = (actor: Pick<Acting, "organization">): Result<null> =>
  actor.organization.role === "student" ? refuse("forbidden", "cards.errors.consortiaOnly") : ok(null);
