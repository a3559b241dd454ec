import type { ReactNode } from "react";
import { useTranslator, useWords } from "~/words/use-words";
import { absoluteText } from "./when";

type StatProps = {
  value: ReactNode;
  label: string;
  /** What the value was divided from; shown so that nobody has to believe it. */
  numerator?: number;
  denominator?: number;
  /** Civil date of the figure. */
  asOf?: string;
  /** The rows behind the number. */
  href?: string;
};

/** One figure with its numerator, denominator and date, linked to its rows. Sits in a `StatRow`. */
export const Stat = ({ value, label, numerator, denominator, asOf, href }: StatProps) => {
  const t = useWords("ui");
  const { language } = useTranslator();
  const facts = [
    numerator !== undefined && denominator !== undefined && t("stat.fraction", { numerator, denominator }),
    asOf && t("stat.asOf", { date: absoluteText(asOf, language) }),
  ].filter(Boolean);
  return (
    <div className="stat">
      <dt>
        {label}
        {facts.length > 0 && <span className="num block text-faint">{facts.join(" · ")}</span>}
      </dt>
      <dd>{href ? <a href={href}>{value}</a> : value}</dd>
    </div>
  );
};

/** Figures side by side between two rules. */
export const StatRow = ({ children }: { children: ReactNode }) => <dl className="stats">{children}</dl>;
