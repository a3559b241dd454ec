import { emailOf } from "~/identity/mails.server";
import type { Tx } from "~/platform/db/gate.server";

/** Somebody a mail can be written to. */
export type MailReader = { personId: string; name: string; email: string; language: string };

const SELECTED = { id: true, name: true, language: true, emailSealed: true } as const;

type Row = { id: string; name: string; language: string; emailSealed: string };

const toReader = (person: Row): MailReader => ({
  personId: person.id,
  name: person.name,
  language: person.language,
  email: emailOf(person),
});

/** Owners and coordinators of an organization, at most 30: the people who can act on a mail about it. */
export const peopleWhoAct = async (tx: Tx, organizationId: string): Promise<MailReader[]> => {
  const rows = await tx.membership.findMany({
    where: { organizationId, endedAt: null, role: { in: ["owner", "coordinator"] } },
    orderBy: { createdAt: "asc" },
    take: 30,
    select: { person: { select: SELECTED } },
  });
  return rows.map((row) => toReader(row.person));
};

/** The platform's operators, at most 30. */
export const operators = async (tx: Tx): Promise<MailReader[]> => {
  const rows = await tx.person.findMany({
    where: { isOperator: true },
    orderBy: { id: "asc" },
    take: 30,
    select: SELECTED,
  });
  return rows.map(toReader);
};
