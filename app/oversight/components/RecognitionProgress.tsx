import { moneyText } from "~/ui/amount";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { CriterionProgress } from "../rules/recognition/progress";

/** A number of a condition as people read it: money in yuan, everything else counted. */
export const amountText = (criterion: { money: boolean }, amount: number, yuan: string): string =>
  criterion.money ? `${moneyText(amount)} ${yuan}` : amount.toLocaleString("en");

const plain = (criterion: { money: boolean }, amount: number): string =>
  criterion.money ? moneyText(amount) : amount.toLocaleString("en");

const shareOf = ({ reached, threshold }: CriterionProgress): string =>
  (Math.min(1, threshold > 0 ? reached / threshold : 1) * 100).toFixed(1);

/** Each condition with what is reached, what it rests on and what is missing. */
export const RecognitionProgress = ({ criteria }: { criteria: readonly CriterionProgress[] }) => {
  const t = useWords("recognition");
  const { language } = useTranslator();
  const inWords = (text: { zh: string; en: string }) => (language === "en" ? text.en : text.zh);
  return criteria.map((one) => {
    const amount = (value: number) => amountText(one, value, inWords(one.unit));
    return (
      <article key={one.id} className="item">
        <div>
          <h3>
            {one.id} {inWords(one.title)}
          </h3>
          <svg className="bar max-w-xl" aria-hidden="true">
            <rect width="100%" height="10" fill="var(--line)" />
            <rect width={`${shareOf(one)}%`} height="10" fill="var(--jade)" />
          </svg>
          <p className="font-semibold">
            {t("progress.of", {
              reached: plain(one, one.reached),
              threshold: plain(one, one.threshold),
              unit: inWords(one.unit),
            })}
          </p>
          <p className="meta">
            {t("progress.records", { amount: amount(one.records) })} ·{" "}
            {t("progress.own", { amount: amount(one.own) })}
            {!one.met && ` · ${t("progress.missing", { amount: amount(one.missing) })}`}
          </p>
          <p className="note">{t("progress.shows", { shows: inWords(one.shows) })}</p>
        </div>
        <div className="row">
          <StateBadge
            tone={one.met ? "ok" : "wait"}
            word={one.met ? t("progress.met") : t("progress.missing", { amount: amount(one.missing) })}
          />
        </div>
      </article>
    );
  });
};
