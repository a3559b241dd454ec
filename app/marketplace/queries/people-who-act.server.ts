import { openField } from "~/platform/crypto/fields.server";
import type { Tx } from "~/platform/db/gate.server";
import type { Language } from "~/platform/i18n/words";

export type PersonWhoActs = { personId: string; email: string; language: Language };

const MOST = 20;

/**
 * The people who can answer for an organization: its owners and coordinators (at most 20), each with the address and
 * language to write to. Reads through the caller's transaction.
 */
export const peopleWhoAct = async (
  tx: Pick<Tx, "membership">,
  organizationId: string,
): Promise<PersonWhoActs[]> => {
  const rows = await tx.membership.findMany({
    where: { organizationId, endedAt: null, role: { in: ["owner", "coordinator"] } },
    orderBy: { createdAt: "asc" },
    take: MOST,
    select: { person: { select: { id: true, emailSealed: true, language: true } } },
  });
  return rows.map(({ person }) => ({
    personId: person.id,
    email: openField("person.email", person.emailSealed),
    language: person.language === "en" ? "en" : "zh-CN",
  }));
};
