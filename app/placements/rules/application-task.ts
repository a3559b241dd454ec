import { type ApplicationState, HOST_STATES } from "./application-lifecycle";
import type { Turn } from "./application-turns";

/** What an open application waits for; words: `applications.task.*`. */
export const APPLICATION_TASKS = [
  "host_submitted",
  "host_read",
  "host_shortlisted",
  "host_interview",
  "student_share",
  "student_interview",
  "student_offered",
  "guardian_share",
  "guardian_place",
] as const;
export type ApplicationTask = (typeof APPLICATION_TASKS)[number];

/** What becomes of it next or when nobody acts; words: `applications.after.*`. */
export type AfterTask = "host" | "placed" | Exclude<ApplicationTask, `host_${string}`>;

/**
 * What an application waits for. Goes in: its state, whose turn it is and whether the host sees it. Comes out: the task,
 * or null once it has ended. House rule: the student can always read what happens next.
 */
export const taskOf = (
  state: ApplicationState,
  turn: Turn | null,
  shared: boolean,
): ApplicationTask | null => {
  if (turn === null) return null;
  if (turn === "guardian") return state === "accepted" ? "guardian_place" : "guardian_share";
  if (turn === "student") {
    if (state === "offered" && shared) return "student_offered";
    return state === "interview" && shared ? "student_interview" : "student_share";
  }
  const found = HOST_STATES.find((one) => one === state) as
    | "submitted"
    | "read"
    | "shortlisted"
    | "interview";
  return `host_${found ?? "read"}`;
};

/** The sentence that says what follows a task; every task of the host has the same one. */
export const afterTask = (task: ApplicationTask): AfterTask =>
  task.startsWith("host_") ? "host" : (task as Exclude<ApplicationTask, `host_${string}`>);
