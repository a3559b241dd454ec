import { StateBadge, type Tone } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { RuleView } from "../rule-view";

const TONES: Record<RuleView["severity"], Tone> = {
  block: "bad",
  evidence: "wait",
  warn: "wait",
  report: "neutral",
};

/** One rule in words: what it asks, how strictly, where it comes from and since when. */
export const RuleItem = ({ rule }: { rule: RuleView }) => {
  const t = useWords("regulations");
  const notes = [
    rule.verified ? `${rule.source}（${t("list.verified")}）` : t("list.follows", { document: rule.source }),
    rule.validTo
      ? t("list.validUntil", { from: rule.validFrom, to: rule.validTo })
      : t("list.valid", { from: rule.validFrom }),
    rule.region && t("list.region", { region: rule.region }),
    rule.replaces.length > 0 && t("list.replaces", { rules: rule.replaces.join("、") }),
    t("list.who", { who: t(`who.${rule.who}`) }),
    rule.limits.length > 0 && t("list.limits", { limits: rule.limits.join("；") }),
  ].filter(Boolean);
  return (
    <li className="item" id={rule.id}>
      <div>
        <h3>
          <span className="num">{rule.id}</span> {rule.title}
        </h3>
        <p>{rule.text}</p>
        {rule.notice && <p className="note">{t("list.notice", { notice: rule.notice })}</p>}
        <p className="note">{notes.join(" · ")}</p>
        <div className="row">
          <StateBadge tone={TONES[rule.severity]} word={t(`severity.${rule.severity}`)} />
          {rule.stages.map((stage) => (
            <Tag key={stage}>{t(`stage.${stage}`)}</Tag>
          ))}
        </div>
      </div>
    </li>
  );
};
