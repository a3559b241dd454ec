import { peopleWhoAct } from "~/organizations/people-who-act.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import type { Tx } from "~/platform/db/gate.server";
import { LANGUAGES } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { FreshnessStep } from "./rules/freshness";

/** Titles named in a letter; the page behind its link shows all. */
const NAMED = 8;

type Letter = {
  askId: string;
  organizationId: string;
  step: FreshnessStep;
  titles: readonly string[];
  /** Days since nobody said it stands, and until the pause. */
  days: number;
  pauseInDays: number;
  expiresAt: Date;
};

/**
 * One letter to each person who acts for the organization, with a link of their own that answers without signing in.
 * In: the transaction (the links' hashes are written there) and what is asked. Out: deliveries. Opening a link changes
 * nothing; it stops opening when its time is up.
 */
export const freshnessMails = async (tx: Tx, letter: Letter): Promise<NewDelivery[]> => {
  const people = await peopleWhoAct(tx, letter.organizationId);
  const mails: NewDelivery[] = [];
  for (const { personId, name, email, language: chosen } of people) {
    const token = newToken();
    await tx.freshnessLink.create({
      data: {
        tokenHash: hashToken(token),
        askId: letter.askId,
        personId,
        personName: name,
        expiresAt: letter.expiresAt,
      },
    });
    const language = LANGUAGES.find((one) => one === chosen) ?? "zh-CN";
    const t = translatorFor(language).room("freshness");
    const { step, titles } = letter;
    const values = {
      total: titles.length,
      title: titles[0] ?? "",
      days: letter.days,
      pauseInDays: letter.pauseInDays,
    };
    const more = titles.length - NAMED;
    const list = titles.slice(0, NAMED).map((title) => `· ${title}`);
    if (more > 0) list.push(t("mail.more", { more }));
    mails.push(
      mailDelivery({
        key: `freshness-${step}:${letter.askId}:${personId}`,
        to: email,
        language,
        subject: t(titles.length === 1 ? `mail.${step}.subjectOne` : `mail.${step}.subject`, values),
        lines: [t(`mail.${step}.text`, values), list.join("\n"), t(`mail.${step}.act`, values)],
        link: `/listings/confirm/${token}`,
      }),
    );
  }
  return mails;
};
