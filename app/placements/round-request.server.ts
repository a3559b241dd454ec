import type { MemberCtx } from "~/identity/actor";
import { mayWrite } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import type { RequestFacts } from "~/platform/http/context";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import type { Refusal, Result } from "~/platform/result";
import { answerRound } from "./commands/answer-round.server";
import { cancelRound } from "./commands/cancel-round.server";
import { closeChoices } from "./commands/close-choices.server";
import { computeRound } from "./commands/compute-round.server";
import { confirmRound } from "./commands/confirm-round.server";
import { followRound } from "./commands/follow-round.server";
import { openRound } from "./commands/open-round.server";
import { type RoundPart, type SeenRound, seenRound } from "./round-access.server";

/** Who deals with rounds: schools with their students, and hosts. */
export const ROUND_KINDS = ["school", "enterprise"] as const;

/** The context of a request about one round and how its sender sees it; without a part in it nothing is found. */
export const roundRequest = async (
  request: Request,
  context: RequestFacts,
  id: string | undefined,
  parts?: readonly RoundPart[],
): Promise<{ ctx: MemberCtx; seen: SeenRound }> => {
  const ctx = await requireMember(request, context, ROUND_KINDS);
  const seen = await seenRound(read, ctx, id ?? "");
  if (!seen || (parts && !parts.includes(seen.part)))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { ctx, seen };
};

/** Pages that only owners and coordinators open: others of the same organization are told why not. */
export const writersOnly = (ctx: MemberCtx): void => {
  if (!mayWrite(ctx.actor)) throwRefusal({ code: "forbidden", key: "rounds.errors.role" });
};

/** A refusal as the page shows it again, with all that was typed. */
export const roundRefused = (refusal: Refusal, form: FormData) => {
  const state: FormState = refusedState(refusal, typedFrom(form));
  return answerRefusal(refusal, { state });
};

const UNKNOWN: Result<null> = { ok: false, refusal: { code: "invalid", key: "errors.checkFields" } };

/**
 * One move of a round asked by a button (`intent`). In: who asks, the round, the form. Out: the command's result and the
 * page to go on to.
 */
export const moveByIntent = async (
  ctx: MemberCtx,
  id: string,
  form: FormData,
): Promise<{ done: Result<unknown>; to: string }> => {
  const version = Number(form.get("version"));
  const reason = String(form.get("reason") ?? "").trim();
  const here = `/rounds/${id}`;
  switch (form.get("intent")) {
    case "open":
      return { done: await openRound(ctx, id, version), to: here };
    case "close":
      return { done: await closeChoices(ctx, id, version), to: here };
    case "compute":
      return { done: await computeRound(ctx, id, version), to: `${here}/result` };
    case "confirm": {
      const submissionKey = String(form.get("submissionKey") || newId()).slice(0, 60);
      return { done: await confirmRound(ctx, id, { version, submissionKey }), to: `${here}/result` };
    }
    case "cancel": {
      if (reason.length < 2 || reason.length > 300)
        return {
          done: {
            ok: false,
            refusal: {
              code: "invalid",
              key: "errors.checkFields",
              fields: [{ field: "reason", key: "errors.required" }],
            },
          },
          to: here,
        };
      return { done: await cancelRound(ctx, id, { version, reason }), to: here };
    }
    case "join":
    case "decline": {
      const joins = form.get("intent") === "join";
      return { done: await answerRound(ctx, id, joins), to: joins ? `${here}/students` : "/rounds" };
    }
    case "follow": {
      const name = String(form.get("name") ?? "")
        .trim()
        .slice(0, 80);
      const done = name ? await followRound(ctx, id, name) : UNKNOWN;
      return { done, to: done.ok && done.value ? `/rounds/${done.value.id}` : here };
    }
    default:
      return { done: UNKNOWN, to: here };
  }
};
