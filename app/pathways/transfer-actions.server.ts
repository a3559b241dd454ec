import type { MemberCtx, PersonCtx } from "~/identity/actor";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { read } from "~/platform/db/client.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal } from "~/platform/http/respond.server";
import type { Language } from "~/platform/i18n/words";
import { notFound, type Refusal, type Result, refuse } from "~/platform/result";
import { askReturn } from "./commands/ask-return.server";
import { changeFacts } from "./commands/change-facts.server";
import { counselTransfer } from "./commands/counsel-transfer.server";
import { decideAuthority } from "./commands/decide-authority.server";
import { decideReceiving } from "./commands/decide-receiving.server";
import { decideReturn } from "./commands/decide-return.server";
import { decideSending } from "./commands/decide-sending.server";
import { finishMove } from "./commands/finish-move.server";
import { proposeTransfer } from "./commands/propose-transfer.server";
import { reverseTransfer } from "./commands/reverse-transfer.server";
import { submitTransfer } from "./commands/submit-transfer.server";
import { withdrawTransfer } from "./commands/withdraw-transfer.server";
import { counsellingForm, decisionForm, factsForm, finishForm, moveForm, reasonForm } from "./schema";
import { transferFor } from "./transfer-access.server";

/** The answer to a refused form: its state with all that was typed. */
export const refusedForm = (refusal: Refusal, form: FormData) =>
  answerRefusal(refusal, { state: refusedState(refusal, typedFrom(form)) });

/** The answer to a form that could not be read. */
export const unreadForm = (state: FormState) =>
  answerRefusal({ code: "invalid", key: state.message.key, fields: state.fields }, { state });

type Work = (ctx: MemberCtx) => Promise<Result<unknown>>;

/** Runs what only somebody acting for an organization may ask. */
const asMember = (ctx: PersonCtx, work: Work): Promise<Result<unknown>> => {
  const { organization, organizationId } = ctx.actor;
  if (!organization || !organizationId)
    return Promise.resolve(refuse("forbidden", "transfers.errors.notYours"));
  return work({ ...ctx, actor: { ...ctx.actor, organization, organizationId } });
};

const consent = async (ctx: PersonCtx, id: string, language: Language): Promise<Result<unknown>> => {
  const found = await transferFor(read, ctx.actor, id);
  if (!found) return notFound();
  const { studentId, toSchoolId, state } = found.transfer;
  if (state !== "consent") return refuse("conflict", "transfers.errors.notNow");
  return giveConsent(ctx, { studentId, purpose: "transfer", recipientId: toSchoolId, language });
};

/** Does what a form of a transfer's page asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnTransfer = async (
  ctx: PersonCtx,
  id: string,
  form: FormData,
  language: Language,
): Promise<Result<unknown> | FormState> => {
  const intent = String(form.get("intent") ?? "");
  switch (intent) {
    case "consent":
      return consent(ctx, id, language);
    case "propose":
    case "submit": {
      const parsed = parseForm(form, moveForm);
      if (!parsed.ok) return parsed.state;
      return intent === "propose"
        ? proposeTransfer(ctx, id, parsed.value)
        : submitTransfer(ctx, id, parsed.value);
    }
    case "facts": {
      const parsed = parseForm(form, factsForm);
      return parsed.ok ? changeFacts(ctx, id, parsed.value) : parsed.state;
    }
    case "counsel": {
      const parsed = parseForm(form, counsellingForm);
      return parsed.ok ? asMember(ctx, (member) => counselTransfer(member, id, parsed.value)) : parsed.state;
    }
    case "sending":
    case "receiving":
    case "authority":
    case "return": {
      const parsed = parseForm(form, decisionForm);
      if (!parsed.ok) return parsed.state;
      const decides = {
        sending: decideSending,
        receiving: decideReceiving,
        authority: decideAuthority,
        return: decideReturn,
      };
      return asMember(ctx, (member) => decides[intent](member, id, parsed.value));
    }
    case "finish": {
      const parsed = parseForm(form, finishForm);
      return parsed.ok ? asMember(ctx, (member) => finishMove(member, id, parsed.value)) : parsed.state;
    }
    case "withdraw":
    case "askReturn":
    case "reverse": {
      const parsed = parseForm(form, reasonForm);
      if (!parsed.ok) return parsed.state;
      if (intent === "reverse") return asMember(ctx, (member) => reverseTransfer(member, id, parsed.value));
      return intent === "withdraw"
        ? withdrawTransfer(ctx, id, parsed.value)
        : askReturn(ctx, id, parsed.value);
    }
    default:
      return (await transferFor(read, ctx.actor, id)) ? refuse("invalid", "errors.checkFields") : notFound();
  }
};
