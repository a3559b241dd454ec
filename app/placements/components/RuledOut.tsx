import { inLanguage } from "~/regulations/fact-text";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { roundResult } from "../queries/round-result.server";

type Rule = Awaited<ReturnType<typeof roundResult>>["rules"][number];

/** Which rules kept how many pairs apart before the round was computed. */
export const RuledOut = ({ rules }: { rules: readonly Rule[] }) => {
  const t = useWords("rounds");
  const { language } = useTranslator();
  if (rules.length === 0) return null;
  return (
    <Section id="ruled" title={t("result.rulesTitle")}>
      <p className="note my-3">{t("result.rulesText")}</p>
      <ul>
        {rules.map(({ rule, finding, pairs }) => (
          <li key={rule} className="item">
            <div>
              <b>
                {finding
                  ? inLanguage(finding.title, language)
                  : t(rule === "placed" ? "result.placedRule" : "result.consentRule")}
              </b>
              <p className="note">
                {finding ? `${rule} · ` : ""}
                {t("result.pairs", { count: pairs })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
