import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";

export type HistoryView = {
  id: string;
  key: string;
  at: string;
  actor: string;
  reason: string | null;
  purpose: string | null;
  state: string | null;
};

const BAD = new Set(["student_wrong_proof", "consent_wrong_digits", "consent_refused", "consent_withdrawn"]);

/** The entries of a history, newest first. */
export const StudentTimeline = ({ history, now }: { history: readonly HistoryView[]; now: string }) => {
  const { any } = useTranslator();
  return (
    <div className="mt-3">
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
    </div>
  );
};

/** What happened to a student's record and data, who did it and why, as the recorded events tell it. */
export const StudentHistory = ({ history, now }: { history: readonly HistoryView[]; now: string }) => {
  const t = useWords("students");
  return (
    <Section title={t("page.history")} id="history">
      <p className="meta mt-2">{t("page.historyNote")}</p>
      <StudentTimeline history={history} now={now} />
    </Section>
  );
};
