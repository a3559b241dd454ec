import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import type { Json } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";
import type { CardEvent, ProposalEvent } from "./events";

export type CardMail =
  | "draft"
  | "answered"
  | "published"
  | "withdrawn"
  | "proposed"
  | "accepted"
  | "returned";

/** Tells one fact of a card to the school and to the authorities named. Comes out: the event's id. */
export const recordCard = (
  tx: Tx,
  ctx: Ctx,
  card: { id: string; schoolId: string; name: string; year: string },
  name: CardEvent,
  payload: Record<string, Json>,
  authorities: readonly string[] = [],
): Promise<string> =>
  record(tx, ctx, {
    subject: { type: "programme_card", id: card.id },
    name,
    payload: { programme: card.name, year: card.year, ...payload },
    audience: [card.schoolId, ...authorities],
  });

/** Tells one fact of a proposal to the school and to the authority. Comes out: the event's id. */
export const recordProposal = (
  tx: Tx,
  ctx: Ctx,
  proposal: { id: string; schoolId: string; majorName: string; authorityId: string | null },
  name: ProposalEvent,
  payload: Record<string, Json>,
): Promise<string> =>
  record(tx, ctx, {
    subject: { type: "programme_proposal", id: proposal.id },
    name,
    payload: { programme: proposal.majorName, ...payload },
    audience: [proposal.schoolId, ...(proposal.authorityId ? [proposal.authorityId] : [])],
  });

/** Writes about a card or a proposal to the people who act for some organizations, each in their own language. */
export const mailCard = async (
  tx: Tx,
  ctx: Ctx,
  letter: {
    kind: CardMail;
    key: string;
    to: readonly string[];
    values: Record<string, string | number>;
    /** The outcome of a card, told by its word in the reader's language. */
    outcome?: string;
    link: string;
  },
): Promise<void> => {
  for (const organizationId of letter.to) {
    for (const person of await peopleWhoAct(tx, organizationId)) {
      const translator = translatorFor(person.language === "en" ? "en" : "zh-CN");
      const t = translator.room("cards");
      const values = {
        ...letter.values,
        ...(letter.outcome ? { card: translator.any(`cards.outcome.${letter.outcome}`) } : {}),
      };
      const key = (part: "subject" | "text"): WordKey<"cards"> => `mail.${letter.kind}.${part}`;
      await enqueue(tx, ctx, [
        mailDelivery({
          key: `card-${letter.kind}:${letter.key}:${person.personId}`,
          to: person.email,
          language: person.language,
          subject: t(key("subject"), values),
          lines: [t(key("text"), values)],
          link: letter.link,
        }),
      ]);
    }
  }
};

/** The authorities whose own region is exactly the nearest one above a school: county first, then city, then province. */
export const nearestAuthorities = async (tx: Tx, regionCode: string): Promise<string[]> => {
  const chain = [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`];
  for (const code of [...new Set(chain)]) {
    const found = await tx.organization.findMany({
      where: { kind: "authority", state: "verified", regionCode: code },
      orderBy: { id: "asc" },
      take: 5,
      select: { id: true },
    });
    if (found.length > 0) return found.map(({ id }) => id);
  }
  return [];
};
