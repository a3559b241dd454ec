import type { Ctx } from "~/platform/command";
import { parseForm } from "~/platform/http/form.server";
import { ok, type Result } from "~/platform/result";
import { confirmWeeks } from "./commands/confirm-weeks.server";
import { correctWeek } from "./commands/correct-week.server";
import { minutesOf } from "./rules/weeks";
import type { Way } from "./week-confirmer.server";
import { correctionForm, typedHours } from "./week-schema";

/** A mentor's posted form, from the letter's page or signed in: the chosen weeks confirmed, or one put right. */
export const answerWeeks = async (
  ctx: Ctx,
  way: Way,
  form: FormData,
  device: string,
): Promise<Result<{ done: number }>> => {
  if (form.get("intent") !== "correct") {
    const ids = form.getAll("week").map(String);
    const confirmed = await confirmWeeks(ctx, { way, ids, device });
    if (!confirmed.ok) return confirmed;
    const { confirmed: count, already } = confirmed.value;
    if (count === 0 && already > 0)
      return { ok: false, refusal: { code: "conflict", key: "followup.errors.confirmed" } };
    return ok({ done: count });
  }
  const parsed = parseForm(form, correctionForm);
  if (!parsed.ok)
    return {
      ok: false,
      refusal: { code: "invalid", key: "errors.checkFields", fields: parsed.state.fields },
    };
  const { record: id, correction, ...hours } = parsed.value;
  const minutes = minutesOf(typedHours(hours));
  const corrected = await correctWeek(ctx, { way, id, minutes, correction, device });
  return corrected.ok ? ok({ done: 1 }) : corrected;
};
