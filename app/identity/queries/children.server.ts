import { read } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/words";
import { civilDate } from "~/platform/time/clock";
import type { PersonCtx } from "../actor";
import { CONSENT_PURPOSES, type ConsentPurpose } from "../rules/consent-purposes";
import type { ConsentAct } from "../rules/consent-standing";
import { shownWording, wordingOn } from "../rules/consent-wordings";
import { isMinorOn } from "../rules/minority";
import { recipientName, studentFacts } from "../student-facts.server";

const MOST_CHILDREN = 10;
const MOST_WORDS = 200;

type Matter = { purpose: ConsentPurpose; recipientId: string | null };

const matterKey = ({ purpose, recipientId }: Matter): string => `${purpose}:${recipientId ?? ""}`;

const isPurpose = (text: string): text is ConsentPurpose => CONSENT_PURPOSES.some((one) => one === text);

/**
 * The children a guardian's account is linked to, each with what is asked of the guardian and what they said: every matter
 * once, those waiting for a word first. The wording is the one in use today, in the reader's language.
 */
export const childrenOf = async (ctx: PersonCtx, language: Language) => {
  const now = ctx.clock.now();
  const on = civilDate(now);
  const links = await read.guardian.findMany({
    where: { personId: ctx.actor.personId, endedAt: null },
    orderBy: { createdAt: "asc" },
    take: MOST_CHILDREN,
    select: { id: true, studentId: true },
  });
  const children = await Promise.all(
    links.map(async (link) => {
      const student = await studentFacts(read, link.studentId);
      if (!student?.birthDate) return null;
      const [requests, words] = await Promise.all([
        read.consentRequest.findMany({
          where: { guardianId: link.id, answeredAt: null, withdrawnAt: null, expiresAt: { gt: now } },
          orderBy: { createdAt: "desc" },
          take: MOST_WORDS,
          select: { purpose: true, recipientId: true },
        }),
        read.consent.findMany({
          where: { guardianId: link.id, studentId: link.studentId },
          orderBy: [{ at: "desc" }, { id: "desc" }],
          take: MOST_WORDS,
          select: { act: true, at: true, purpose: true, recipientId: true, wordingVersion: true },
        }),
      ]);
      const waiting = new Set(
        requests.filter((one) => isPurpose(one.purpose)).map((one) => matterKey(one as Matter)),
      );
      const matters = new Map(
        [...requests, ...words]
          .filter((one): one is typeof one & Matter => isPurpose(one.purpose))
          .map((one) => [matterKey(one), { purpose: one.purpose, recipientId: one.recipientId }]),
      );
      const shown = await Promise.all(
        [...matters.values()].map(async (matter) => {
          const last = words.find((one) => matterKey(one as Matter) === matterKey(matter));
          const recipient = await recipientName(read, matter.recipientId);
          const names = { student: student.name, school: student.school, recipient };
          return {
            ...matter,
            waiting: waiting.has(matterKey(matter)),
            standing: (last?.act ?? "none") as ConsentAct | "none",
            since: last?.at.toISOString() ?? null,
            wording: shownWording(wordingOn(matter.purpose, on), language, names),
          };
        }),
      );
      return {
        studentId: student.id,
        name: student.name,
        school: student.school,
        minor: isMinorOn(student.birthDate, on),
        matters: shown.sort((a, b) => Number(b.waiting) - Number(a.waiting)),
      };
    }),
  );
  return { now: now.toISOString(), children: children.filter((child) => child !== null) };
};

export type Child = Awaited<ReturnType<typeof childrenOf>>["children"][number];
