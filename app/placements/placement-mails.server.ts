import { emailOf } from "~/identity/mails.server";
import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";

export type PlacementMail =
  | "started"
  | "paused"
  | "resumed"
  | "ended"
  | "missed"
  | "held"
  | "toSign"
  | "sealed"
  | "missing"
  | "changed"
  | "changeAsked"
  | "changeDeclined"
  | "changeWithdrawn";

type Letter = {
  kind: PlacementMail;
  /** names the letter: the same one is sent once */
  key: string;
  /** organizations whose acting people are written to */
  to: readonly string[];
  /** persons written to besides: students, mentors, teachers */
  people?: readonly (string | null)[];
  values: Record<string, string | number>;
  link: string;
};

/**
 * Letters about placements, each in its reader's language and closing with the link to act. Goes in: the kind, who gets it,
 * what it says. Comes out: deliveries to enqueue; nobody gets one letter twice.
 */
export const placementMails = async (tx: Tx, letter: Letter): Promise<NewDelivery[]> => {
  const readers = new Map<string, { email: string; language: string }>();
  for (const organizationId of new Set(letter.to)) {
    for (const person of await peopleWhoAct(tx, organizationId)) readers.set(person.personId, person);
  }
  const ids = (letter.people ?? []).filter((id): id is string => id !== null && !readers.has(id));
  if (ids.length > 0) {
    const rows = await tx.person.findMany({
      where: { id: { in: ids } },
      select: { id: true, language: true, emailSealed: true },
    });
    for (const row of rows) readers.set(row.id, { email: emailOf(row), language: row.language });
  }
  return [...readers].map(([personId, { email, language }]) => {
    const t = translatorFor(language === "en" ? "en" : "zh-CN");
    return mailDelivery({
      key: `placement-${letter.kind}:${letter.key}:${personId}`,
      to: email,
      language,
      subject: t.any(`placements.mail.${letter.kind}.subject`, letter.values),
      lines: [t.any(`placements.mail.${letter.kind}.text`, letter.values)],
      link: letter.link,
    });
  });
};
