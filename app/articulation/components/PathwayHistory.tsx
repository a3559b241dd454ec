import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { PathwayPageData } from "../queries/pathway-page.server";

const KEYS = ["propose", "settle", "approve", "start", "resultsEntered"];
const BAD = ["decline", "giveBack", "withdraw", "close"];

/** What happened to a pathway, newest first. */
export const PathwayHistory = ({ page }: { page: PathwayPageData }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <Section id="history" title={t("page.history")}>
      <div className="mt-4">
        <Timeline
          now={page.now}
          entries={page.history.map((one) => ({
            id: one.id,
            at: one.at,
            text: `${one.actor}${t("colon")}${any(`articulation.events.${one.name}`)}${
              one.year === null ? "" : ` (${t("cohort.title", { year: one.year })})`
            }`,
            detail: one.reason,
            kind: BAD.includes(one.name) ? "bad" : KEYS.includes(one.name) ? "key" : "plain",
          }))}
        />
      </div>
    </Section>
  );
};
