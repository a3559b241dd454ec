import { emailOf } from "~/identity/mails.server";
import { type MailReader, peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { LANGUAGES, type Values } from "~/platform/i18n/words";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import type { WordKey } from "~/words";
import { translatorFor } from "~/words/translator.server";

export type ApplicationMail =
  | "received"
  | "invited"
  | "interview"
  | "interviewConfirmed"
  | "interviewChange"
  | "offered"
  | "acceptedWaiting"
  | "placed"
  | "placedHost"
  | "placedSchool"
  | "declined"
  | "rejected"
  | "withdrawn"
  | "cancelled"
  | "hidden"
  | "remindHost"
  | "remindStudent"
  | "expiredHost"
  | "expiredStudent"
  | "offerLapsed"
  | "stuck"
  | "paused"
  | "proposed"
  | "proposalReturned"
  | "proposalApproved";

export type Letter = {
  kind: ApplicationMail;
  /** Makes the delivery unique: the record and the step. */
  key: string;
  values: Values;
  /** Values that are themselves word keys: told in the reader's language. */
  worded?: Record<string, WordKey<"applications">>;
  /** What the other side wrote, quoted. */
  quote?: string | null;
  /** The page on which to act; opening it changes nothing. */
  link: string;
};

const EXCERPT = 300;

const letterTo = (person: MailReader, letter: Letter): NewDelivery => {
  const language = LANGUAGES.find((one) => one === person.language) ?? "zh-CN";
  const t = translatorFor(language).room("applications");
  const worded = Object.entries(letter.worded ?? {}).map(([name, key]) => [name, t(key)] as const);
  const values = { ...letter.values, ...Object.fromEntries(worded) };
  const lines = [t(`mail.${letter.kind}.text`, values)];
  if (letter.quote) lines.push(t("mail.quote", { text: letter.quote.slice(0, EXCERPT) }));
  lines.push(t(`mail.${letter.kind}.act`, values));
  return mailDelivery({
    key: `application-${letter.kind}:${letter.key}:${person.personId}`,
    to: person.email,
    language,
    subject: t(`mail.${letter.kind}.subject`, values),
    lines,
    link: letter.link,
  });
};

/** One mail to each person who can act for an organization, in their language, closing with the link to act. */
export const mailsToOrganization = async (
  tx: Tx,
  organizationId: string,
  letter: Letter,
): Promise<NewDelivery[]> =>
  (await peopleWhoAct(tx, organizationId)).map((person) => letterTo(person, letter));

/** The mail to a student with an account; none for a student who has not taken up their record. */
export const mailsToStudent = async (tx: Tx, studentId: string, letter: Letter): Promise<NewDelivery[]> => {
  const student = await tx.student.findUnique({ where: { id: studentId }, select: { personId: true } });
  const person =
    student?.personId &&
    (await tx.person.findUnique({
      where: { id: student.personId },
      select: { id: true, name: true, language: true, emailSealed: true },
    }));
  if (!person) return [];
  const { id, name, language } = person;
  return [letterTo({ personId: id, name, language, email: emailOf(person) }, letter)];
};
