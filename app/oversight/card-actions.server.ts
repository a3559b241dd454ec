import type { MemberCtx } from "~/identity/actor";
import { DOCUMENT_KINDS } from "~/platform/files/sniff";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { statusOf, throwRefusal } from "~/platform/http/respond.server";
import { receiveForm } from "~/platform/http/upload.server";
import type { Refusal } from "~/platform/result";
import { cardAnswerForm, cardDecisionForm } from "./card-schema";
import { answerCard } from "./commands/answer-card.server";
import { publishCard } from "./commands/publish-card.server";
import { withdrawCard } from "./commands/withdraw-card.server";
import { mayOrder, mayPropose } from "./policy";

export type Acted = { to: string } | { state: FormState; status: number };

const refused = (refusal: Refusal, form: FormData | null): Acted => {
  if (refusal.code === "not_found" || refusal.code === "forbidden") return throwRefusal(refusal);
  return { state: refusedState(refusal, form ? typedFrom(form) : {}), status: statusOf(refusal) };
};

const answers = async (ctx: MemberCtx, id: string, request: Request): Promise<Acted> => {
  const multipart = (request.headers.get("Content-Type") ?? "").startsWith("multipart/");
  const received = multipart ? await receiveForm(request, DOCUMENT_KINDS, 1) : null;
  if (received && !received.ok) return refused(received.refusal, null);
  const form = received ? received.value.form : await request.formData();
  const parsed = parseForm(form, cardAnswerForm);
  if (!parsed.ok) return { state: parsed.state, status: 422 };
  const done = await answerCard(ctx, id, parsed.value, received?.value.files[0] ?? null);
  return done.ok ? { to: `/oversight/cards/${id}` } : refused(done.refusal, form);
};

const decides = async (ctx: MemberCtx, id: string, request: Request): Promise<Acted> => {
  const form = await request.formData();
  const parsed = parseForm(form, cardDecisionForm);
  if (!parsed.ok) return { state: parsed.state, status: 422 };
  const done =
    parsed.value.intent === "publish"
      ? await publishCard(ctx, id, parsed.value)
      : await withdrawCard(ctx, id, parsed.value);
  return done.ok ? { to: `/oversight/cards/${id}` } : refused(done.refusal, form);
};

/** What a card's page may be sent: by a school its answer, by an authority its decision; everybody else is refused. */
export const actOnCard = async (ctx: MemberCtx, id: string, request: Request): Promise<Acted> => {
  if (ctx.actor.organization.kind === "authority") {
    const allowed = mayOrder(ctx.actor);
    return allowed.ok ? decides(ctx, id, request) : throwRefusal(allowed.refusal);
  }
  const allowed = mayPropose(ctx.actor);
  return allowed.ok ? answers(ctx, id, request) : throwRefusal(allowed.refusal);
};
