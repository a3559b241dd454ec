import { useTranslator, useWords } from "~/words/use-words";
import { absoluteText, daysLeft, daysText } from "./when";

/** How long is left, or how late it is; the word changes with the colour. Near means today or tomorrow. */
export const DueDate = ({ due, now }: { due: string; now: string }) => {
  const t = useWords("ui");
  const { language } = useTranslator();
  const left = daysLeft(due, now);
  const tone = left < 0 ? " due-late" : left <= 1 ? " due-near" : "";
  const text =
    left === 0
      ? t("due.today")
      : t(left < 0 ? "due.late" : "due.in", { duration: daysText(Math.abs(left), language) });
  return (
    <time className={`due${tone}`} dateTime={due} title={absoluteText(due, language)}>
      {text}
    </time>
  );
};
