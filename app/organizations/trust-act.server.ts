import type { PersonCtx } from "~/identity/actor";
import { type ParsedForm, parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { blockOrganization } from "./commands/block-organization.server";
import { decideBlock } from "./commands/decide-block.server";
import { decideIdentityChange } from "./commands/decide-identity-change.server";
import { decideLikeness } from "./commands/decide-likeness.server";
import { mergeOrganizations } from "./commands/merge-organizations.server";
import { settleSuspicion } from "./commands/settle-suspicion.server";
import { findForOperator } from "./queries/admin-organizations.server";
import {
  appealDecisionForm,
  blockForm,
  identityDecisionForm,
  likenessForm,
  mergeForm,
  settleForm,
} from "./trust-schema";

export const TRUST_DONE = [
  "blocked",
  "upheld",
  "lifted",
  "approved",
  "refused",
  "merged",
  "settled",
  "cleared",
] as const;
export type TrustDone = (typeof TRUST_DONE)[number];

type Answer =
  | { done: TrustDone; organizationId: string }
  | { done: null; intent: string; refusal: Refusal; state: FormState };

/**
 * Does what a form of the operator's page on an organization asks for. Goes in: who, the organization, the form with its
 * `intent`. Comes out: what was done and which organization to show, or the refusal with what was typed.
 */
export const trustAct = async (ctx: PersonCtx, organizationId: string, form: FormData): Promise<Answer> => {
  const intent = String(form.get("intent") ?? "");
  const run = async <T>(
    parsed: ParsedForm<T>,
    work: (value: T) => Promise<Result<unknown>>,
    done: (value: T) => TrustDone,
    shows: (value: T) => string = () => organizationId,
  ): Promise<Answer> => {
    if (!parsed.ok) {
      const refusal: Refusal = { code: "invalid", key: "errors.checkFields", fields: parsed.state.fields };
      return { done: null, intent, refusal, state: parsed.state };
    }
    const result = await work(parsed.value);
    if (result.ok) return { done: done(parsed.value), organizationId: shows(parsed.value) };
    return { done: null, intent, refusal: result.refusal, state: refusedState(result.refusal, parsed.typed) };
  };
  if (intent === "block")
    return run(
      parseForm(form, blockForm),
      (value) => blockOrganization(ctx, { organizationId, ...value }),
      () => "blocked",
    );
  if (intent === "decide-block")
    return run(
      parseForm(form, appealDecisionForm),
      ({ block: blockId, outcome, reason }) => decideBlock(ctx, { blockId, outcome, reason }),
      ({ outcome }) => outcome,
    );
  if (intent === "decide-change")
    return run(
      parseForm(form, identityDecisionForm),
      ({ change: changeId, outcome, reason }) => decideIdentityChange(ctx, { changeId, outcome, reason }),
      ({ outcome }) => outcome,
    );
  if (intent === "clear")
    return run(
      parseForm(form, likenessForm),
      ({ likeness: likenessId, note }) => decideLikeness(ctx, { likenessId, note }),
      () => "cleared",
    );
  if (intent === "settle")
    return run(
      parseForm(form, settleForm),
      ({ suspicion: suspicionId, note }) => settleSuspicion(ctx, { suspicionId, note }),
      () => "settled",
    );
  if (intent === "merge") {
    const parsed = parseForm(form, mergeForm);
    const [survivor] = parsed.ok ? await findForOperator(parsed.value.survivor) : [];
    const survivorId = survivor?.id ?? "";
    return run(
      parsed,
      ({ version, reason }) => mergeOrganizations(ctx, { organizationId, version, survivorId, reason }),
      () => "merged",
      () => survivorId,
    );
  }
  const { refusal } = notFound();
  return { done: null, intent, refusal, state: refusedState(refusal, {}) };
};
