import type { ReactNode } from "react";
import { useTranslator, useWords } from "~/words/use-words";
import { daysLeft, dayText } from "./when";

type BatonLineProps = {
  /** Whose turn: the organization's name; ignored when it is the reader's own turn. */
  holder: string;
  mine?: boolean;
  /** What is being waited for, as one clause. */
  task: ReactNode;
  /** How long it has waited, in words: "3 个工作日". */
  waited?: string;
  /** Reply-by, a civil date or an instant. */
  due?: string;
  now: string;
  action?: ReactNode;
};

/** Whose turn it is, since when, and by when: the arch leans to the side that holds the baton. */
export const BatonLine = ({ holder, mine = false, task, waited, due, now, action }: BatonLineProps) => {
  const t = useWords("ui");
  const { language } = useTranslator();
  const late = due !== undefined && daysLeft(due, now) < 0;
  const facts = [
    waited && t("baton.since", { duration: waited }),
    due && t("baton.dueBy", { date: dayText(due, now, language) }),
  ].filter(Boolean);
  return (
    <div className={`baton${mine ? " baton-mine" : ""}${late ? " baton-late" : ""}`}>
      <svg viewBox="0 0 56 30" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2">
        <path d="M8 26C16 8 40 8 48 26M2 26h52M8 26v-4M48 26v-4M28 26V12.5" strokeLinecap="round" />
        <circle cx={mine ? 12 : 44} cy="18.5" r="5" fill="currentColor" stroke="var(--surface)" />
      </svg>
      <div>
        <b>{mine ? t("baton.mine") : t("baton.other", { who: holder })}</b>
        {language === "en" ? ": " : "："}
        {task}
        {facts.length > 0 && (
          <div className={late ? "due due-late" : "meta"}>{facts.join(language === "en" ? ", " : "，")}</div>
        )}
      </div>
      {action}
    </div>
  );
};
