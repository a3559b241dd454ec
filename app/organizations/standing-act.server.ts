import type { MemberCtx } from "~/identity/actor";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { receiveForm } from "~/platform/http/upload.server";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { addEvidence } from "./commands/add-evidence.server";
import { appealBlock } from "./commands/appeal-block.server";
import { requestIdentityChange } from "./commands/request-identity-change.server";
import { withdrawIdentityChange } from "./commands/withdraw-identity-change.server";
import { appealForm, identityChangeForm } from "./trust-schema";

export type StandingDone = "asked" | "withdrawn" | "appealed";

type Answer = { done: StandingDone } | { done: null; intent: string; refusal: Refusal; state: FormState };

const ended = (
  intent: string,
  done: StandingDone,
  result: Result<unknown>,
  typed: FormState["typed"],
): Answer =>
  result.ok
    ? { done }
    : { done: null, intent, refusal: result.refusal, state: refusedState(result.refusal, typed) };

const unread = (intent: string, state: FormState): Answer => ({
  done: null,
  intent,
  refusal: { code: "invalid", key: "errors.checkFields", fields: state.fields },
  state,
});

/** Does what a form of the standing page asks for: a change of name or code with its papers, its withdrawal, an appeal. */
export const standingAct = async (ctx: MemberCtx, request: Request): Promise<Answer> => {
  const received = await receiveForm(request, DOCUMENT_KINDS);
  if (!received.ok) return ended("change", "asked", received, {});
  const { form, files } = received.value;
  const intent = String(form.get("intent") ?? "");
  if (intent === "withdraw") return ended(intent, "withdrawn", await withdrawIdentityChange(ctx), {});
  if (intent === "appeal") {
    const parsed = parseForm(form, appealForm);
    if (!parsed.ok) return unread(intent, parsed.state);
    const { block: blockId, appeal } = parsed.value;
    return ended(intent, "appealed", await appealBlock(ctx, { blockId, appeal }), parsed.typed);
  }
  if (intent !== "change") return ended(intent, "asked", notFound(), {});
  const parsed = parseForm(form, identityChangeForm);
  if (!parsed.ok) return unread(intent, parsed.state);
  if (files.length > 0) {
    const added = await addEvidence(ctx, files);
    if (!added.ok) return ended(intent, "asked", added, parsed.typed);
  }
  return ended(intent, "asked", await requestIdentityChange(ctx, parsed.value), parsed.typed);
};
