import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { Address } from "./invitees.server";
import { type Audience, isAnonymous } from "./rules/template";

export type LetterSurvey = { audience: Audience; owner: string; school: string; closesOn: string };

/**
 * The letter that brings a link, or reminds of it, to every address it goes to. Goes in: the survey, the invitation's id and
 * token, which letter it is (1 invites). Comes out: deliveries, each promised once.
 */
export const invitationLetters = (
  survey: LetterSurvey,
  invitation: { id: string; token: string; nth: number },
  addresses: readonly Address[],
): NewDelivery[] =>
  addresses.map(({ email, language }, place) => {
    const t = translatorFor(language === "en" ? "en" : "zh-CN").room("surveys");
    const values = { owner: survey.owner, school: survey.school, date: survey.closesOn };
    return mailDelivery({
      key: `survey:${invitation.id}:${invitation.nth}:${place}`,
      to: email,
      language,
      subject: t(invitation.nth === 1 ? "mail.subject" : "mail.reminder", values),
      lines: [
        t(`mail.text.${survey.audience}`, values),
        t(isAnonymous(survey.audience) ? "mail.anonymous" : "mail.named", values),
        t("mail.until", values),
      ],
      link: `/surveys/answer/${invitation.token}`,
    });
  });
