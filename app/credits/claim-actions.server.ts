import type { PersonCtx } from "~/identity/actor";
import { parseForm } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { type ReceivedFile, receiveForm } from "~/platform/http/upload.server";
import { type Result, refuse } from "~/platform/result";
import { decideClaim } from "./commands/decide-claim.server";
import { proposeClaim } from "./commands/propose-claim.server";
import { setCreditRule } from "./commands/set-credit-rule.server";
import { asMember } from "./credit-forms.server";
import { claimDecisionForm, claimForm, creditRuleForm } from "./schema";

/** What evidence may be: a scan or a photograph. */
const EVIDENCE_TYPES = ["application/pdf", "image/jpeg", "image/png"];

/** Reads a form of the claims page, with the file where one came along. */
export const readClaimForm = async (
  request: Request,
): Promise<Result<{ form: FormData; file: ReceivedFile | null }>> => {
  if (!request.headers.get("Content-Type")?.startsWith("multipart/")) {
    return { ok: true, value: { form: await request.formData(), file: null } };
  }
  const received = await receiveForm(request, EVIDENCE_TYPES, 1);
  return received.ok
    ? { ok: true, value: { form: received.value.form, file: received.value.files[0] ?? null } }
    : received;
};

/** Does what a form of the claims page asks for. Comes out: the result, or the state of a form that could not be read. */
export const actOnClaims = async (
  ctx: PersonCtx,
  form: FormData,
  file: ReceivedFile | null,
): Promise<Result<unknown> | FormState> => {
  switch (String(form.get("intent") ?? "")) {
    case "propose": {
      const parsed = parseForm(form, claimForm);
      return parsed.ok ? proposeClaim(ctx, parsed.value, file) : parsed.state;
    }
    case "rule": {
      const parsed = parseForm(form, creditRuleForm);
      return parsed.ok ? asMember(ctx, (member) => setCreditRule(member, parsed.value)) : parsed.state;
    }
    case "decide": {
      const parsed = parseForm(form, claimDecisionForm);
      const id = String(form.get("claim") ?? "");
      return parsed.ok ? asMember(ctx, (member) => decideClaim(member, id, parsed.value)) : parsed.state;
    }
    default:
      return refuse("invalid", "errors.checkFields");
  }
};
