import { useWords } from "~/words/use-words";
import type { FlowPageData } from "../queries/flow-page.server";

const WIDTH = 640;
const ROW = 30;
const LABEL = 190;
const MOST = 12;

/** Net flow as bars to both sides of zero; the table below says the same in numbers. */
export const FlowBars = ({ schools }: { schools: FlowPageData["schools"] }) => {
  const t = useWords("transfers");
  const shown = schools.slice(0, MOST);
  const largest = Math.max(1, ...shown.map((one) => Math.abs(one.net)));
  const zero = LABEL + (WIDTH - LABEL) / 2;
  const unit = ((WIDTH - LABEL) / 2 - 36) / largest;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${shown.length * ROW + 8}`}
      className="mt-3 w-full max-w-3xl"
      role="img"
      aria-label={t("flow.bySchool")}
    >
      <line x1={zero} y1="0" x2={zero} y2={shown.length * ROW + 8} stroke="var(--line)" />
      {shown.map((one, index) => {
        const width = Math.abs(one.net) * unit;
        const y = index * ROW + 8;
        return (
          <g key={one.schoolId}>
            <text x="0" y={y + 14} fontSize="13" fill="var(--ink)">
              {one.name.slice(0, 13)}
            </text>
            <rect
              x={one.net < 0 ? zero - width : zero}
              y={y}
              width={Math.max(width, 1)}
              height="18"
              fill={one.net < 0 ? "var(--amber)" : "var(--qing)"}
            />
            <text
              x={one.net < 0 ? zero - width - 6 : zero + width + 6}
              y={y + 14}
              fontSize="13"
              fill="var(--ink)"
              textAnchor={one.net < 0 ? "end" : "start"}
            >
              {one.net > 0 ? `+${one.net}` : one.net}
            </text>
          </g>
        );
      })}
    </svg>
  );
};
