import { useWords } from "~/words/use-words";

type CommitmentBarProps = {
  promised: number;
  /** Delivered in all, the accepted part included. */
  delivered: number;
  accepted: number;
  unit: string;
};

const share = (part: number, whole: number): number =>
  whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0;

/** Promised against delivered against accepted: solid is accepted, hatched awaits the other side. */
export const CommitmentBar = ({ promised, delivered, accepted, unit }: CommitmentBarProps) => {
  const t = useWords("ui");
  const pending = Math.max(0, delivered - accepted);
  const solid = share(accepted, promised);
  const hatched = Math.min(100 - solid, share(pending, promised));
  return (
    <div>
      <svg className="bar" aria-hidden="true">
        <rect width="100%" height="10" fill="var(--line)" />
        <rect width={`${solid.toFixed(1)}%`} height="10" fill="var(--jade)" />
        {hatched > 0 && (
          <line
            x1={`${solid.toFixed(1)}%`}
            x2={`${(solid + hatched).toFixed(1)}%`}
            y1="5"
            y2="5"
            stroke="var(--jade)"
            strokeWidth="10"
            strokeDasharray="3 3"
            strokeDashoffset="-2"
          />
        )}
      </svg>
      <div className="note num">
        {t("commitment.accepted", { accepted, promised, unit })}
        {pending > 0 && ` · ${t("commitment.pending", { pending, unit })}`}
      </div>
    </div>
  );
};
