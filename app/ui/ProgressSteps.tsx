import { useWords } from "~/words/use-words";

export type Step = { label: string; href?: string; state: "done" | "current" | "todo" | "wrong" };

/** Where one is in a long form; steps already saved are links back. */
export const ProgressSteps = ({ steps }: { steps: readonly Step[] }) => {
  const t = useWords("ui");
  const position = steps.findIndex((step) => step.state === "current") + 1;
  return (
    <nav aria-label={t("steps.label")}>
      {position > 0 && <p className="note num">{t("steps.position", { position, total: steps.length })}</p>}
      <ol className="steps">
        {steps.map((step) => (
          <li
            key={step.label}
            className={`step-${step.state}`}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            {step.href && step.state !== "current" ? <a href={step.href}>{step.label}</a> : step.label}
            <span className="sr-only"> {t(`steps.${step.state}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
};
