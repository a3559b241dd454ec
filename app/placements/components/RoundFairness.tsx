import { Facts } from "~/ui/Facts";
import { useWords } from "~/words/use-words";

type Round = {
  id: string;
  choicesUntil: string;
  ranksUntil: string;
  publishOn: string;
  mostChoices: number;
  seedHash: string;
  seed: string | null;
};

/** Dates and what makes a round fair: the algorithm, and the draw, committed at the opening and shown with the result. */
export const RoundFairness = ({ round }: { round: Round }) => {
  const t = useWords("rounds");
  return (
    <>
      <Facts
        facts={[
          { label: t("field.choicesUntil"), value: <span className="num">{round.choicesUntil}</span> },
          { label: t("field.ranksUntil"), value: <span className="num">{round.ranksUntil}</span> },
          { label: t("field.publishOn"), value: <span className="num">{round.publishOn}</span> },
          { label: t("field.mostChoices"), value: round.mostChoices },
          {
            label: t("field.seedHash"),
            value: <code className="break-all text-xs">{round.seedHash}</code>,
          },
          ...(round.seed
            ? [{ label: t("field.seed"), value: <code className="break-all text-xs">{round.seed}</code> }]
            : []),
        ]}
      />
      <p className="note mt-3">{t("page.algorithm")}</p>
      {!round.seed && <p className="note mt-2">{t("page.seedLater")}</p>}
    </>
  );
};
