import type { PersonCtx } from "~/identity/actor";
import { parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { type Result, refuse } from "~/platform/result";
import { extendMakeup } from "./commands/extend-makeup.server";
import { noteMakeup } from "./commands/note-makeup.server";
import { planMakeup } from "./commands/plan-makeup.server";
import { settleMakeup } from "./commands/settle-makeup.server";
import { asMember } from "./credit-forms.server";
import { extendForm, noteForm, planForm, settleForm } from "./schema";

/** Does what a form of an owed course asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnMakeUp = async (
  ctx: PersonCtx,
  id: string,
  form: FormData,
): Promise<Result<unknown> | FormState> => {
  switch (String(form.get("intent") ?? "")) {
    case "plan": {
      const parsed = parseForm(form, planForm);
      return parsed.ok ? asMember(ctx, (member) => planMakeup(member, id, parsed.value)) : parsed.state;
    }
    case "note": {
      const parsed = parseForm(form, noteForm);
      return parsed.ok ? asMember(ctx, (member) => noteMakeup(member, id, parsed.value)) : parsed.state;
    }
    case "settle": {
      const parsed = parseForm(form, settleForm);
      return parsed.ok ? asMember(ctx, (member) => settleMakeup(member, id, parsed.value)) : parsed.state;
    }
    case "extend": {
      const parsed = parseForm(form, extendForm);
      return parsed.ok ? asMember(ctx, (member) => extendMakeup(member, id, parsed.value)) : parsed.state;
    }
    default:
      return refuse("invalid", "errors.checkFields");
  }
};
