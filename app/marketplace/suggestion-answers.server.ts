import { data, redirect } from "@remix-run/node";
import type { MemberCtx } from "~/identity/actor";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import type { Refusal } from "~/platform/result";
import { type AsideForm, asideFormSchema } from "./aside-schema";
import { chooseOrder } from "./commands/choose-order.server";
import { putAside } from "./commands/put-aside.server";
import { takeBackAside } from "./commands/take-back-aside.server";

type Outcome = { ok: true; query: string } | { ok: false; refusal: Refusal };

const carryOut = async (ctx: MemberCtx, form: AsideForm): Promise<Outcome> => {
  if (form.intent === "aside") {
    const { intent: _intent, ...said } = form;
    const outcome = await putAside(ctx, said);
    return outcome.ok ? { ok: true, query: `?said=${outcome.value.asideId}` } : outcome;
  }
  if (form.intent === "takeBack") {
    const outcome = await takeBackAside(ctx, form.aside);
    return outcome.ok ? { ok: true, query: "" } : outcome;
  }
  const outcome = await chooseOrder(ctx, form.personalised === "yes");
  return outcome.ok ? { ok: true, query: "" } : outcome;
};

/** Answers the forms that stand beside suggestions on every page of them, and leads back to that page. */
export const answerSuggestions = async (ctx: MemberCtx, form: FormData, page: string) => {
  const parsed = parseForm(form, asideFormSchema);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome = await carryOut(ctx, parsed.value);
  if (outcome.ok) return redirect(`${page}${outcome.query}`, 303);
  if (outcome.refusal.code === "not_found") return throwRefusal(outcome.refusal);
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, parsed.typed) });
};
