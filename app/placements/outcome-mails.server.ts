import { emailOf } from "~/identity/mails.server";
import { peopleWhoAct } from "~/organizations/people-who-act.server";
import type { Tx } from "~/platform/db/gate.server";
import { mailDelivery } from "~/platform/mail/compose.server";
import type { NewDelivery } from "~/platform/outbox/enqueue.server";
import { translatorFor } from "~/words/translator.server";
import type { PlacementRow } from "./placement-scope.server";

type Letter = {
  kind: "score" | "answer" | "answered" | "graded" | "issued" | "revoked";
  /** names the letter: the same one is sent once */
  key: string;
  to: "school" | "host" | "student";
  link: string;
};

/** Letters about the end of a placement, each in its reader's language: to one side, or to the student with an account. */
export const outcomeMails = async (
  tx: Tx,
  placement: PlacementRow,
  letter: Letter,
): Promise<NewDelivery[]> => {
  const student = await tx.student.findUniqueOrThrow({
    where: { id: placement.studentId },
    select: { name: true, personId: true },
  });
  const people = letter.to === "student" ? [student.personId] : [];
  if (letter.to === "school") people.push(placement.teacherId);
  if (letter.to === "host") people.push(placement.mentorId);
  const ids = people.filter((id): id is string => id !== null);
  const rows = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, language: true, emailSealed: true },
  });
  const readers = new Map(rows.map((row) => [row.id, { email: emailOf(row), language: row.language }]));
  if (letter.to !== "student") {
    const side = letter.to === "school" ? placement.schoolId : placement.hostId;
    for (const { personId, email, language } of await peopleWhoAct(tx, side))
      readers.set(personId, { email, language });
  }
  const values = { name: student.name, title: placement.title };
  return [...readers].map(([personId, { email, language }]) => {
    const t = translatorFor(language === "en" ? "en" : "zh-CN");
    return mailDelivery({
      key: `outcome-${letter.kind}:${letter.key}:${personId}`,
      to: email,
      language,
      subject: t.any(`outcomes.mail.${letter.kind}.subject`, values),
      lines: [t.any(`outcomes.mail.${letter.kind}.text`, values)],
      link: letter.link,
    });
  });
};
