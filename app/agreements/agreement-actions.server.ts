import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal } from "~/platform/http/respond.server";
import { type ReceivedFile, receiveForm } from "~/platform/http/upload.server";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { addContribution } from "./commands/add-contribution.server";
import { approveDocument } from "./commands/approve-document.server";
import { commentOnClause } from "./commands/comment-on-clause.server";
import { holdReview } from "./commands/hold-review.server";
import { nameSignatory } from "./commands/name-signatory.server";
import { openSigning } from "./commands/open-signing.server";
import { remindParty } from "./commands/remind-party.server";
import { resolveComment } from "./commands/resolve-comment.server";
import { revokeSignatory } from "./commands/revoke-signatory.server";
import { sendDocument } from "./commands/send-document.server";
import { withdrawDocument } from "./commands/withdraw-document.server";
import { commentForm, contributionForm, moveForm, reasonForm, reviewForm, signatoryForm } from "./schema";

type Refused = ReturnType<typeof answerRefusal<{ state: FormState }>>;
export type ActionOutcome = { to: string } | { refused: Refused };

/** A refusal as the page shows it again, with all that was typed. */
export const refusedWith = (refusal: Refusal, form: FormData): { refused: Refused } => ({
  refused: answerRefusal(refusal, { state: refusedState(refusal, typedFrom(form)) }),
});

const invalid = (state: FormState): { refused: Refused } => ({
  refused: answerRefusal({ code: "invalid", key: state.message.key, fields: state.fields }, { state }),
});

/** Text fields and at most one file of a form, whichever way it was encoded. */
export const readForm = async (
  request: Request,
): Promise<Result<{ form: FormData; file: ReceivedFile | null }>> => {
  if (!(request.headers.get("Content-Type") ?? "").startsWith("multipart/")) {
    return { ok: true, value: { form: await request.formData(), file: null } };
  }
  const received = await receiveForm(request, DOCUMENT_KINDS, 1);
  return received.ok
    ? { ok: true, value: { form: received.value.form, file: received.value.files[0] ?? null } }
    : received;
};

const OPEN = ["draft", "negotiating", "approved", "signing"];

/** The document of an agreement that is on its way, if it is one the member may see. */
export const openDocumentId = async (ctx: MemberCtx, agreementId: string): Promise<string | null> => {
  const document = await read.agreementDocument.findFirst({
    where: {
      agreementId,
      state: { in: OPEN },
      OR: [{ sentAt: { not: null } }, { drafterId: ctx.actor.organizationId }],
      agreement: { parties: { some: { organizationId: ctx.actor.organizationId } } },
    },
    orderBy: { ordinal: "desc" },
    select: { id: true },
  });
  return document?.id ?? null;
};

const step = async (
  ctx: MemberCtx,
  documentId: string,
  form: FormData,
): Promise<Result<unknown> | FormState> => {
  const intent = String(form.get("intent"));
  if (intent === "comment") {
    const parsed = parseForm(form, commentForm);
    return parsed.ok ? commentOnClause(ctx, documentId, parsed.value) : parsed.state;
  }
  if (intent === "resolve") return resolveComment(ctx, documentId, String(form.get("commentId") ?? ""));
  if (intent === "withdraw") {
    const draft = form.get("reason") === "-";
    const parsed = draft ? parseForm(form, moveForm) : parseForm(form, reasonForm);
    return parsed.ok
      ? withdrawDocument(ctx, documentId, {
          ...parsed.value,
          ...(draft ? {} : { reason: String(form.get("reason")) }),
        })
      : parsed.state;
  }
  const parsed = parseForm(form, moveForm);
  if (!parsed.ok) return parsed.state;
  if (intent === "send") return sendDocument(ctx, documentId, parsed.value);
  if (intent === "approve") return approveDocument(ctx, documentId, parsed.value);
  if (intent === "openSigning") return openSigning(ctx, documentId, parsed.value);
  return notFound();
};

const standing = async (
  ctx: MemberCtx,
  id: string,
  form: FormData,
  file: ReceivedFile | null,
): Promise<Result<unknown> | FormState | null> => {
  switch (form.get("intent")) {
    case "name": {
      const parsed = parseForm(form, signatoryForm);
      return parsed.ok ? nameSignatory(ctx, id, parsed.value, file) : parsed.state;
    }
    case "remind":
      return remindParty(ctx, id);
    case "revoke":
      return revokeSignatory(ctx, id, String(form.get("signatoryId") ?? ""));
    case "review": {
      const parsed = parseForm(form, reviewForm);
      return parsed.ok ? holdReview(ctx, id, parsed.value) : parsed.state;
    }
    case "contribute": {
      const parsed = parseForm(form, contributionForm);
      return parsed.ok ? addContribution(ctx, id, parsed.value) : parsed.state;
    }
    default:
      return null;
  }
};

/** Does what a form of the agreement's page asks for. Comes out: where to go, or the refusal with what was typed. */
export const actOnAgreement = async (
  ctx: MemberCtx,
  id: string,
  request: Request,
): Promise<ActionOutcome> => {
  const received = await readForm(request);
  if (!received.ok) return refusedWith(received.refusal, new FormData());
  const { form, file } = received.value;
  const documentId = await openDocumentId(ctx, id);
  const outcome =
    (await standing(ctx, id, form, file)) ?? (documentId ? await step(ctx, documentId, form) : notFound());
  if ("typed" in outcome) return invalid(outcome);
  if (!outcome.ok) return refusedWith(outcome.refusal, form);
  const intent = form.get("intent");
  if (intent === "openSigning") return { to: `/agreements/${id}/sign?document=${documentId}` };
  return {
    to:
      intent === "comment" || intent === "resolve"
        ? `/agreements/${id}#clause-${form.get("clauseId")}`
        : `/agreements/${id}`,
  };
};
