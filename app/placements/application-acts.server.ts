import type { MemberCtx, PersonCtx } from "~/identity/actor";
import type { Language } from "~/platform/i18n/words";
import type { Result } from "~/platform/result";
import type { Batch } from "./application-batch.server";
import type { HostAct, OwnAct } from "./application-schema";
import { acceptOffer } from "./commands/accept-offer.server";
import { answerApplications } from "./commands/answer-applications.server";
import { answerInterview } from "./commands/answer-interview.server";
import { endApplication } from "./commands/end-application.server";
import { inviteToInterview } from "./commands/invite-to-interview.server";
import { offerPlaces } from "./commands/offer-places.server";
import { shareApplication } from "./commands/share-application.server";

/** The one command behind a button of the host's forms. */
export const actAsHost = (ctx: MemberCtx, act: HostAct): Promise<Result<Batch>> => {
  if (act.intent === "invite") return inviteToInterview(ctx, act);
  return act.intent === "offer" ? offerPlaces(ctx, act) : answerApplications(ctx, act);
};

/** The one command behind a button of the student's forms. */
export const actAsStudent = async (
  ctx: PersonCtx,
  id: string,
  act: OwnAct,
  language: Language,
): Promise<Result<{ id: string }>> => {
  const { version } = act;
  switch (act.intent) {
    case "share":
      return shareApplication(ctx, { id, version, language });
    case "accept":
      return acceptOffer(ctx, { id, version, language });
    case "confirm":
      return answerInterview(ctx, { id, version, interview: act.interview });
    case "change":
      return answerInterview(ctx, { id, version, interview: act.interview, wish: act.wish });
    case "decline":
    case "withdraw":
      return endApplication(ctx, { id, version, move: act.intent, reason: act.reason, note: act.note });
  }
};
