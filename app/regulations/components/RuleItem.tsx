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
  const origin = ({ verified, own, source }: RuleView) => {
    if (verified) return `${source}（${t("list.verified")}）`;
    return own ? t("list.own") : t("list.follows", { document: source });
  };
  const notes = [
    origin(rule),
    rule.validTo
      ? t("list.validUntil", { from: rule.validFrom, to: rule.validTo })
      : t("list.valid", { from: rule.validFrom }),
    rule.place && t("list.region", { region: rule.place }),
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
        <div className="row mt-2">
          <StateBadge tone={TONES[rule.severity]} word={t(`severity.${rule.severity}`)} />
          {rule.stages.map((stage) => (
            <Tag key={stage}>{t(`stage.${stage}`)}</Tag>
          ))}
        </div>
      </div>
    </li>
  );
};
