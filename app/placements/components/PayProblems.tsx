import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { PayProblem } from "../rules/pay";

/** What is wrong with one month's pay, each as a mark; that all is well where something was entered. */
export const PayProblems = ({ problems, entered }: { problems: readonly PayProblem[]; entered: boolean }) => {
  const t = useWords("pay");
  if (problems.length === 0) return entered ? <StateBadge tone="ok" word={t("fine")} /> : null;
  return (
    <div className="flex flex-wrap justify-end gap-1 md:justify-start">
      {problems.map((one) => (
        <StateBadge key={one} tone="bad" word={t(`problem.${one}`)} />
      ))}
    </div>
  );
};
