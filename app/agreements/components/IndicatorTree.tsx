import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { answerOf, CITY_CONSORTIUM_TREE, type ConsortiumFacts, summarize } from "../rules/indicators";

/** The indicator tree: what records answer, what needs papers, and the negative ones that are raised. */
export const IndicatorTree = ({ facts }: { facts: ConsortiumFacts }) => {
  const t = useWords("agreements");
  const { language } = useTranslator();
  const tongue = language === "en" ? "en" : "zh";
  const tree = CITY_CONSORTIUM_TREE;
  return (
    <div className="stack">
      <p className="note">{t("consortium.indicatorsNote")}</p>
      <p>{t("consortium.summary", summarize(tree, facts))}</p>
      {tree.levels.map((level) => (
        <details key={level.id} open={level.negative}>
          <summary>{level.title[tongue]}</summary>
          <ul>
            {level.groups.map((group) => (
              <li key={group.id} className="mt-2">
                <b>{group.title[tongue]}</b>
                <ul>
                  {group.items.map((item) => {
                    const answer = answerOf(item, facts);
                    const raised = level.negative && answer === "met";
                    const tone =
                      answer === "unknown"
                        ? "neutral"
                        : raised || (!level.negative && answer === "unmet")
                          ? "bad"
                          : "ok";
                    return (
                      <li key={item.id} className="between">
                        <span>{item.title[tongue]}</span>
                        <StateBadge
                          tone={tone}
                          word={t(
                            raised
                              ? "consortium.negative"
                              : answer === "unknown"
                                ? "consortium.unknown"
                                : level.negative
                                  ? "consortium.notRaised"
                                  : tone === "ok"
                                    ? "consortium.met"
                                    : "consortium.unmet",
                          )}
                        />
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
};
