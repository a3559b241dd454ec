import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { SurveyPage } from "../queries/survey-page.server";

/** What happened to a survey as the events tell it: counts and days, never who answered. */
export const SurveyHistory = ({ history, now }: { history: SurveyPage["history"]; now: string }) => {
  const t = useWords("surveys");
  const { any } = useTranslator();
  return (
    <Section id="history" title={t("page.history")}>
      <div className="mt-3">
        <Timeline
          now={now}
          entries={history.map(({ id, at, name, values }) => ({
            id,
            at,
            text: any(`surveys.events.${name}`, values),
          }))}
        />
      </div>
    </Section>
  );
};
