import { useWords } from "~/words/use-words";
import { Icon, type IconName } from "./Icon";

export type FindingView = {
  id: string;
  verdict: "pass" | "warn" | "block" | "missing";
  /** One sentence: what was found. */
  sentence: string;
  /** The article it rests on; shown only when verified, else the finding is called a house rule. */
  source?: string;
  verified: boolean;
  /** The facts the rule used, in words. */
  facts?: string;
  /** What to do about it, and where. */
  fix?: string;
  fixHref?: string;
};

const ICONS: Record<FindingView["verdict"], IconName> = {
  pass: "pass",
  warn: "alert",
  block: "stop",
  missing: "paperclip",
};

const Fix = ({ finding }: { finding: FindingView }) => {
  const t = useWords("ui");
  if (!finding.fix) return null;
  const text = t("finding.fix", { fix: finding.fix });
  return <div className="finding-fix">{finding.fixHref ? <a href={finding.fixHref}>{text}</a> : text}</div>;
};

/** What the rules say, each with its article (or "house rule"), the facts it used and what to do. */
export const FindingList = ({ findings }: { findings: readonly FindingView[] }) => {
  const t = useWords("ui");
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.id} className={`finding finding-${finding.verdict}`}>
          <Icon name={ICONS[finding.verdict]} />
          <div>
            <b>{t(`verdict.${finding.verdict}`)}</b> {finding.sentence}
            <div className="note">
              {[
                finding.verified && finding.source ? finding.source : t("finding.houseRule"),
                finding.facts && t("finding.facts", { facts: finding.facts }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </div>
            <Fix finding={finding} />
          </div>
        </li>
      ))}
    </ul>
  );
};
