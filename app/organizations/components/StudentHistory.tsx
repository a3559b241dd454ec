import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";

type Entry = {
  id: string;
  key: string;
  at: string;
  actor: string;
  reason: string | null;
  purpose: string | null;
  state: string | null;
};

const BAD = new Set(["student_wrong_proof", "consent_wrong_digits", "consent_refused", "consent_withdrawn"]);

/** What happened to a student's record and data, who did it and why, as the recorded events tell it. */
export const StudentHistory = ({ history, now }: { history: readonly Entry[]; now: string }) => {
  const t = useWords("students");
  const { any } = useTranslator();
  return (
    <Section title={t("page.history")} id="history">
      <p className="meta mt-2">{t("page.historyNote")}</p>
      <Timeline
        now={now}
        entries={history.map((one) => ({
          id: one.id,
          at: one.at,
          text: any(`students.events.${one.key}`, {
            actor: one.actor,
            purpose: one.purpose ? any(`consents.purpose.${one.purpose}`) : "",
          }),
          detail: one.reason ?? (one.state ? any(`students.state.${one.state}`) : null),
          kind: BAD.has(one.key) ? "bad" : one.key === "student_revealed" ? "key" : "plain",
        }))}
      />
    </Section>
  );
};
