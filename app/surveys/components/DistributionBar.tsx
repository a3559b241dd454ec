import { useWords } from "~/words/use-words";
import type { Distribution } from "../rules/figures";

/** From very satisfied to very dissatisfied: two greens, the line, two ambers; the numbers stand beside it. */
const FILLS = [
  { fill: "var(--jade)", opacity: 1 },
  { fill: "var(--jade)", opacity: 0.55 },
  { fill: "var(--edge)", opacity: 0.45 },
  { fill: "var(--amber)", opacity: 0.6 },
  { fill: "var(--amber)", opacity: 1 },
] as const;

/** How often each step was chosen, as one bar with its numbers; said in words for those who do not see it. */
export const DistributionBar = ({ distribution }: { distribution: Distribution }) => {
  const t = useWords("surveys");
  const fromBest = [...distribution].reverse();
  const total = fromBest.reduce((sum, count) => sum + count, 0);
  const [c5 = 0, c4 = 0, c3 = 0, c2 = 0, c1 = 0] = fromBest;
  let at = 0;
  return (
    <div className="min-w-36">
      <svg
        className="bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        role="img"
        aria-label={t("page.distributionText", { c5, c4, c3, c2, c1 })}
      >
        {fromBest.map((count, place) => {
          const x = at;
          const width = total === 0 ? 0 : (count / total) * 100;
          at += width;
          const step = 5 - place;
          return <rect key={step} x={x} width={width} height="10" {...FILLS[place]} />;
        })}
      </svg>
      <span className="num note" aria-hidden="true">
        {fromBest.join(" · ")}
      </span>
    </div>
  );
};
