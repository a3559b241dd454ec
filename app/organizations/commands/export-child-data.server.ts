import type { PersonCtx } from "~/identity/actor";
import { decide } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { notFound, type Result, refuse } from "~/platform/result";
import { childOf } from "../guardian-scope.server";

/**
 * Tells in the history of a child's record that a guardian downloaded it. Refuses a child that is not the guardian's (not
 * found) and one that is of age (forbidden).
 */
export const exportChildData = async (
  ctx: PersonCtx,
  input: { studentId: string },
): Promise<Result<true>> => {
  const child = await childOf(ctx, input.studentId);
  if (child === null) return notFound();
  if (child === "adult") return refuse("forbidden", "students.refused.adultChild");
  return decide(async (tx) => {
    await record(tx, ctx, {
      subject: { type: "student", id: input.studentId },
      name: "student.exported",
      payload: { by: "guardian" },
      audience: [],
    });
    return true as const;
  });
};
