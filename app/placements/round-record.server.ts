import { emailOf } from "~/identity/mails.server";
import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import type { Json } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";

export type RoundMail =
  | "invited"
  | "host"
  | "student"
  | "withdrawn"
  | "confirmed"
  | "confirmedHost"
  | "result"
  | "cancelled";

/** Schools and hosts a round concerns, each once. */
export const partiesOf = async (tx: Tx, roundId: string): Promise<{ schools: string[]; hosts: string[] }> => {
  const [schools, slots] = await Promise.all([
    tx.roundSchool.findMany({
      where: { roundId, state: { not: "declined" } },
      take: 30,
      select: { schoolId: true },
    }),
    tx.roundSlot.findMany({ where: { roundId }, distinct: ["hostId"], take: 300, select: { hostId: true } }),
  ]);
  return { schools: schools.map((one) => one.schoolId), hosts: slots.map((one) => one.hostId) };
};

/** Records one event in a round's chain, for its schools and, once it is open, its hosts. Comes out: the event's id. */
export const recordRound = async (
  tx: Tx,
  ctx: Ctx,
  round: { id: string; name: string; openedAt: Date | null },
  happened: string,
  payload: { readonly [key: string]: Json | undefined } = {},
): Promise<string> => {
  const { schools, hosts } = await partiesOf(tx, round.id);
  return record(tx, ctx, {
    subject: { type: "round", id: round.id },
    name: `round.${happened}`,
    payload: { title: round.name, ...payload },
    audience: [...schools, ...(round.openedAt ? hosts : [])],
  });
};

type Letter = {
  kind: RoundMail;
  key: string;
  values: Record<string, string | number>;
  link: string;
};

const written = (
  letter: Letter,
  person: { personId: string; email: string; language: string },
): NewDelivery => {
  const t = translatorFor(person.language === "en" ? "en" : "zh-CN").room("rounds");
  return mailDelivery({
    key: `round-${letter.kind}:${letter.key}:${person.personId}`,
    to: person.email,
    language: person.language,
    subject: t(`mail.${letter.kind}.subject`, letter.values),
    lines: [t(`mail.${letter.kind}.text`, letter.values)],
    link: letter.link,
  });
};

/** One letter to everybody who acts for some organizations, each in their language and closing with the link to act. */
export const roundMails = async (
  tx: Tx,
  letter: Letter & { to: readonly string[] },
): Promise<NewDelivery[]> => {
  const deliveries: NewDelivery[] = [];
  for (const organizationId of letter.to)
    for (const person of await peopleWhoAct(tx, organizationId)) deliveries.push(written(letter, person));
  return deliveries;
};

/** The same letter to every student of a round who has an account; the others hear it from their school. */
export const studentMails = async (tx: Tx, roundId: string, letter: Letter): Promise<NewDelivery[]> => {
  const entered = await tx.roundStudent.findMany({
    where: { roundId },
    take: 5_000,
    select: { studentId: true },
  });
  const deliveries: NewDelivery[] = [];
  for (let at = 0; at < entered.length; at += 500) {
    const students = await tx.student.findMany({
      where: { id: { in: entered.slice(at, at + 500).map((one) => one.studentId) }, personId: { not: null } },
      select: { personId: true },
    });
    const people = await tx.person.findMany({
      where: { id: { in: students.flatMap(({ personId }) => personId ?? []) } },
      select: { id: true, emailSealed: true, language: true },
    });
    for (const person of people) {
      deliveries.push(
        written(letter, { personId: person.id, email: emailOf(person), language: person.language }),
      );
    }
  }
  return deliveries;
};
