import { type Member, mayWrite } from "~/identity/actor";
import { ok, type Result, refuse } from "~/platform/result";

type Acting = Pick<Member, "organization">;

const inSchool = (actor: Acting): boolean =>
  actor.organization.kind === "school" || actor.organization.kind === "general_school";

/** The roll is read by the school's owners, coordinators and teachers; by nobody else of it (least privilege). House rule. */
export const maySeeStudents = (actor: Acting): Result<true> =>
  inSchool(actor) && (mayWrite(actor) || actor.organization.role === "teacher")
    ? ok(true)
    : refuse("forbidden", "students.refused.see");

/** Inviting, correcting, answering requests: owners and coordinators, of vocational and general schools alike. */
export const mayKeepStudents = (actor: Acting): Result<true> =>
  inSchool(actor) && mayWrite(actor) ? ok(true) : refuse("forbidden", "students.refused.keep");

/** A roster names programmes (专业点), which only a vocational school has; a general school enrols one by one. */
export const mayImportRoster = (actor: Acting): Result<true> =>
  actor.organization.kind === "general_school"
    ? refuse("forbidden", "students.refused.import")
    : mayKeepStudents(actor);

/**
 * Opening sealed fields: owners and coordinators, who are the responsible managers whose approval
 * 《未成年人网络保护条例》 art. 36 asks for; each opening is recorded with its reason.
 */
export const mayRevealStudent = (actor: Acting): Result<true> =>
  inSchool(actor) && mayWrite(actor) ? ok(true) : refuse("forbidden", "students.refused.reveal");
