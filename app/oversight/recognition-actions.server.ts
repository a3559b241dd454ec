import type { MemberCtx } from "~/identity/actor";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { statusOf } from "~/platform/http/respond.server";
import { type ReceivedFile, receiveForm } from "~/platform/http/upload.server";
import type { Result } from "~/platform/result";
import { addRecognitionEvidence } from "./commands/add-recognition-evidence.server";
import { applyForRecognition } from "./commands/apply-for-recognition.server";
import { keepSurchargeYear } from "./commands/keep-surcharge-year.server";
import { withdrawRecognitionEvidence } from "./commands/withdraw-recognition-evidence.server";
import { applyForm, evidenceForm, figuresForm, withdrawForm } from "./recognition-schema";

type Done = { to: string } | { state: FormState; status: number };

const HERE = "/recognition";

const run = async <T>(
  form: FormData,
  parsed: { ok: true; value: T } | { ok: false; state: FormState },
  command: (input: T) => Promise<Result<unknown>>,
): Promise<Done> => {
  if (!parsed.ok) return { state: parsed.state, status: 422 };
  const result = await command(parsed.value);
  if (result.ok) return { to: HERE };
  return { state: refusedState(result.refusal, typedFrom(form)), status: statusOf(result.refusal) };
};

/** Does what a button of the recognition page asks for. Goes in: who, the request. Comes out: where to go, or the form again. */
export const actOnRecognition = async (ctx: MemberCtx, request: Request): Promise<Done> => {
  const multipart = (request.headers.get("Content-Type") ?? "").startsWith("multipart/");
  const received = multipart ? await receiveForm(request, DOCUMENT_KINDS, 1) : null;
  if (received && !received.ok)
    return { state: refusedState(received.refusal, {}), status: statusOf(received.refusal) };
  const form = received ? received.value.form : await request.formData();
  const file: ReceivedFile | null = received?.value.files[0] ?? null;
  switch (form.get("intent")) {
    case "withdraw":
      return run(form, parseForm(form, withdrawForm), ({ evidenceId }) =>
        withdrawRecognitionEvidence(ctx, evidenceId),
      );
    case "figures":
      return run(form, parseForm(form, figuresForm), (input) => keepSurchargeYear(ctx, input));
    case "apply":
      return run(form, parseForm(form, applyForm), ({ submissionKey }) =>
        applyForRecognition(ctx, submissionKey),
      );
    default:
      return run(form, parseForm(form, evidenceForm), (input) => addRecognitionEvidence(ctx, input, file));
  }
};
