import { refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal } from "~/platform/http/respond.server";
import type { Refusal } from "~/platform/result";

/** The answer to a refused command: why, beside what was typed. */
export const refusedForm = (refusal: Refusal, form: FormData) =>
  answerRefusal(refusal, { state: refusedState(refusal, typedFrom(form)) });

/** The answer to a form that could not be read. */
export const unreadForm = (state: FormState) =>
  answerRefusal({ code: "invalid", key: state.message.key, fields: state.fields }, { state });
