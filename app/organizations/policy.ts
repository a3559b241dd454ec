import { type Member, mayWrite, type Person } from "~/identity/actor";
import { ok, type Result, refuse } from "~/platform/result";
import { identityIsFixed } from "./rules/organization-lifecycle";

type Acting = Pick<Member, "organization">;

/** Owners and coordinators keep the profile, its posts, programmes and evidence. */
export const mayEditProfile = (actor: Acting): Result<true> =>
  mayWrite(actor) ? ok(true) : refuse("forbidden", "organizations.refused.role");

/** Only enterprises have posts. */
export const mayHavePosts = (actor: Acting): Result<true> =>
  actor.organization.kind === "enterprise"
    ? ok(true)
    : refuse("forbidden", "organizations.refused.postsKind");

/** Only vocational schools have programmes. */
export const mayHaveProgrammes = (actor: Acting): Result<true> =>
  actor.organization.kind === "school"
    ? ok(true)
    : refuse("forbidden", "organizations.refused.programmesKind");

/** An organization the operator has not verified may draft, not publish. Goes in: its state. */
export const mayPublish = (organization: { state: string }): Result<true> =>
  organization.state === "verified" ? ok(true) : refuse("forbidden", "organizations.refused.unverified");

/** Name and codes stay as they are while the operator looks at them and after they were confirmed. */
export const mayChangeIdentity = (organization: { state: string }): boolean =>
  !identityIsFixed(organization.state);

/** Decisions on organizations are the operator's. Everybody else is told that nothing is there. */
export const mayReview = (actor: Pick<Person, "isOperator">): Result<true> =>
  actor.isOperator ? ok(true) : refuse("not_found", "errors.notFound");

/** Phone numbers of the own organization are shown in full to those who keep them. */
export const maySeePhone = (actor: Acting): boolean => mayWrite(actor);

/** Students belong to a school without keeping its affairs: its working pages are for staff. */
export const maySeeWork = (actor: Acting): Result<true> =>
  actor.organization.role === "student" ? refuse("forbidden", "errors.forbidden") : ok(true);
