import type { Person } from "~/identity/actor";
import type { Refusal } from "~/platform/result";
import { type Capacity, moverOf } from "./placement-scope.server";
import type { Assessor } from "./rules/assessment";

const FORBIDDEN: Refusal = { code: "forbidden", key: "errors.forbidden" };

/** For which side somebody scores: the school's staff and the teacher for the school, the host's and the mentor for the unit. */
export const assessorOf = (as: Capacity, actor: Person): Assessor | null => {
  if (as === "teacher") return "school";
  if (as === "mentor") return "host";
  const mover = moverOf(as, actor);
  return mover === "school" || mover === "host" ? mover : null;
};

/** Who decides a grade, issues and revokes: the school's owner or coordinator. */
export const schoolRefusal = (as: Capacity, actor: Person): Refusal | null =>
  moverOf(as, actor) === "school" ? null : FORBIDDEN;

/** Who answers an assessment and shares a certificate: the student, or the guardian for them. */
export const learnerRefusal = (as: Capacity): Refusal | null =>
  as === "student" || as === "guardian" ? null : FORBIDDEN;
