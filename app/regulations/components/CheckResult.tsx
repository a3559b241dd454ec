import { FindingList } from "~/ui/FindingList";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import type { Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { FindingLine } from "../check";
import type { Verdict } from "../rules/rule";

const TONES: Record<Verdict, Tone> = { pass: "ok", warn: "wait", missing: "wait", block: "bad" };

/** The verdict in one line, then what to mend, worst first; what is kept folds away. */
export const CheckResult = ({
  verdict,
  findings,
}: {
  verdict: Verdict;
  findings: readonly FindingLine[];
}) => {
  const t = useWords("regulations");
  const view = (line: FindingLine) => ({
    ...line,
    fix:
      line.fix && line.verdict !== "missing"
        ? t("check.whoActs", { who: t(`who.${line.who}`), fix: line.fix })
        : line.fix,
  });
  const open = findings.filter((line) => line.verdict === "block" || line.verdict === "warn");
  const undecided = findings.filter((line) => line.verdict === "missing");
  const kept = findings.filter((line) => line.verdict === "pass");
  const total = findings.filter((line) => line.verdict === verdict).length;
  return (
    <Section id="result" title={t("check.result")}>
      <Notice tone={TONES[verdict]}>
        {findings.length === 0 ? t("check.noRules") : t(`check.verdict.${verdict}`, { total })}
      </Notice>
      {open.length > 0 && <FindingList findings={open.map(view)} />}
      {undecided.length > 0 && (
        <details open={open.length === 0}>
          <summary>{t("check.undecided", { total: undecided.length })}</summary>
          <FindingList findings={undecided.map(view)} />
        </details>
      )}
      {kept.length > 0 && (
        <details>
          <summary>{t("check.passed", { total: kept.length })}</summary>
          <FindingList findings={kept.map(view)} />
        </details>
      )}
    </Section>
  );
};
