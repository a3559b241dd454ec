import { useWords } from "~/words/use-words";

export type MatchPart = {
  id: string;
  /** The part's name: 专业对口, 距离, 回复. */
  label: string;
  /** 0 to 10 000 basis points. */
  score: number;
  /** The fact in words. */
  fact: string;
  /** What would raise it; shown in the long form only. */
  improve?: string;
};

type MatchReasonsProps = { parts: readonly MatchPart[]; long?: boolean };

const LOW = 4000;

/** Why something was suggested: one short bar and one fact for each part. The long form names parts and what would help. */
export const MatchReasons = ({ parts, long = false }: MatchReasonsProps) => {
  const t = useWords("ui");
  return (
    <ul className={long ? "why why-list" : "why"} aria-label={t("match.label")}>
      {parts.map((part) => {
        const percent = Math.round(part.score / 100);
        const bar = <Bar percent={percent} />;
        return (
          <li
            key={part.id}
            className={part.score < LOW ? "low" : undefined}
            title={t("match.part", { label: part.label, score: percent })}
          >
            {long && <b>{part.label}</b>}
            {bar}
            <span>{part.fact}</span>
            {long && part.improve && <small>{t("match.improve", { advice: part.improve })}</small>}
          </li>
        );
      })}
    </ul>
  );
};

const Bar = ({ percent }: { percent: number }) => (
  <svg viewBox="0 0 24 4" aria-hidden="true">
    <rect width="24" height="4" rx="2" fill="var(--line)" />
    <rect width={(percent * 24) / 100} height="4" rx="2" fill="currentColor" />
  </svg>
);
