import { useWords } from "~/words/use-words";
import { moneyText } from "./amount";

type MoneyProps = { fen: number; toFen?: number | null; per?: string };

/** An amount, or a range where `toFen` is more, in yuan: 3,800–4,200 元/月. */
export const Money = ({ fen, toFen, per }: MoneyProps) => {
  const t = useWords("ui");
  const amount = toFen != null && toFen > fen ? `${moneyText(fen)}–${moneyText(toFen)}` : moneyText(fen);
  return (
    <span className="num">
      {amount} {t("yuan")}
      {per && `/${per}`}
    </span>
  );
};
