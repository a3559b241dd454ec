import type { MemberCtx } from "~/identity/actor";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal } from "~/platform/http/respond.server";
import { type Refusal, type Result, refuse } from "~/platform/result";
import { addStudents } from "./commands/add-students.server";
import { answerPathway } from "./commands/answer-pathway.server";
import { changeCohort } from "./commands/change-cohort.server";
import { decidePathway } from "./commands/decide-pathway.server";
import { enterResults } from "./commands/enter-results.server";
import { movePathway } from "./commands/move-pathway.server";
import { openCohort } from "./commands/open-cohort.server";
import { recordLeaving } from "./commands/record-leaving.server";
import {
  answerForm,
  cohortChangeForm,
  cohortForm,
  decisionForm,
  leavingForm,
  movePathwayForm,
  resultsForm,
  studentsForm,
} from "./schema";

/** The answer to a refused command: why, beside what was typed. */
export const refusedForm = (refusal: Refusal, form: FormData) =>
  answerRefusal(refusal, { state: refusedState(refusal, typedFrom(form)) });

/** The answer to a form that could not be read. */
export const unreadForm = (state: FormState) =>
  answerRefusal({ code: "invalid", key: state.message.key, fields: state.fields }, { state });

/** Does what a form of a pathway's page asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnPathway = async (
  ctx: MemberCtx,
  id: string,
  form: FormData,
): Promise<Result<unknown> | FormState> => {
  switch (String(form.get("intent") ?? "")) {
    case "move": {
      const parsed = parseForm(form, movePathwayForm);
      return parsed.ok ? movePathway(ctx, id, parsed.value) : parsed.state;
    }
    case "answer": {
      const parsed = parseForm(form, answerForm);
      return parsed.ok ? answerPathway(ctx, id, parsed.value) : parsed.state;
    }
    case "decide": {
      const parsed = parseForm(form, decisionForm);
      return parsed.ok ? decidePathway(ctx, id, parsed.value) : parsed.state;
    }
    case "cohort": {
      const parsed = parseForm(form, cohortForm);
      return parsed.ok ? openCohort(ctx, id, parsed.value) : parsed.state;
    }
    default:
      return refuse("invalid", "errors.checkFields");
  }
};

/** Does what a form of a cohort's page asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnCohort = async (
  ctx: MemberCtx,
  id: string,
  cohortId: string,
  form: FormData,
): Promise<Result<unknown> | FormState> => {
  switch (String(form.get("intent") ?? "")) {
    case "add": {
      const parsed = parseForm(form, studentsForm);
      return parsed.ok ? addStudents(ctx, id, cohortId, parsed.value) : parsed.state;
    }
    case "leave": {
      const parsed = parseForm(form, leavingForm);
      return parsed.ok ? recordLeaving(ctx, id, cohortId, parsed.value) : parsed.state;
    }
    case "change": {
      const parsed = parseForm(form, cohortChangeForm);
      return parsed.ok ? changeCohort(ctx, id, cohortId, parsed.value) : parsed.state;
    }
    case "results": {
      const parsed = parseForm(form, resultsForm);
      return parsed.ok ? enterResults(ctx, id, cohortId, parsed.value) : parsed.state;
    }
    default:
      return refuse("invalid", "errors.checkFields");
  }
};
