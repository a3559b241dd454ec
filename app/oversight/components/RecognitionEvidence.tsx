import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { RecognitionPage } from "../queries/recognition-page.server";
import type { CriterionProgress } from "../rules/recognition/progress";
import { amountText } from "./RecognitionProgress";

type Props = { evidence: RecognitionPage["evidence"]; criteria: readonly CriterionProgress[] };

/** The enterprise's own entries, each of which it can take back. */
export const RecognitionEvidence = ({ evidence, criteria }: Props) => {
  const t = useWords("recognition");
  const { language } = useTranslator();
  if (evidence.length === 0) return <p className="meta mt-3">{t("evidence.none")}</p>;
  return evidence.map((one) => {
    const criterion = criteria.find(({ id }) => id === one.criterionId);
    const unit = criterion ? (language === "en" ? criterion.unit.en : criterion.unit.zh) : "";
    return (
      <article key={one.id} className="item">
        <div>
          <h3>{one.note}</h3>
          <p className="meta">
            {one.criterionId} · {amountText({ money: criterion?.money ?? false }, one.quantity, unit)} ·{" "}
            {absoluteText(one.happenedOn, language)}
          </p>
        </div>
        <form method="post" className="row">
          <HiddenField name="intent" value="withdraw" />
          <HiddenField name="evidenceId" value={one.id} />
          <Button small look="quiet">
            {t("evidence.withdraw")}
            <span className="sr-only"> {one.note}</span>
          </Button>
        </form>
      </article>
    );
  });
};
