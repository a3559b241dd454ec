import { useWords } from "~/words/use-words";
import { Icon } from "./Icon";
import type { Tone } from "./StateBadge";

type HealthDialProps = {
  /** 0 to 100. */
  score: number;
  tone: Extract<Tone, "ok" | "wait" | "bad">;
  /** The verdict in one or two short sentences. */
  verdict: string;
  reasons: readonly { direction: "up" | "down"; text: string }[];
};

const ARCH = "M12 62A46 46 0 0 1 104 62";
const ARCH_LENGTH = 144.5;

/** The score as how much of the bridge's arch is built, with the reasons it rests on. */
export const HealthDial = ({ score, tone, verdict, reasons }: HealthDialProps) => {
  const t = useWords("ui");
  const shown = Math.min(100, Math.max(0, Math.round(score)));
  return (
    <div>
      <div className={`dial dial-${tone}`}>
        <svg viewBox="0 0 116 74" role="img" aria-label={t("health.score", { score: shown })}>
          <path d={ARCH} fill="none" stroke="var(--line)" strokeWidth="9" />
          <path
            d={ARCH}
            fill="none"
            stroke="currentColor"
            strokeWidth="9"
            strokeDasharray={`${((shown / 100) * ARCH_LENGTH).toFixed(1)} ${ARCH_LENGTH * 2}`}
          />
          <path d="M2 67h112" stroke="var(--ink)" strokeWidth="2" strokeLinecap="round" />
          <text x="58" y="57" textAnchor="middle" fontSize="28" fontWeight="600" fill="var(--ink)">
            {shown}
          </text>
        </svg>
        <p className="text-sm text-soft">{verdict}</p>
      </div>
      <ul className="mt-2">
        {reasons.map((reason) => (
          <li
            key={reason.text}
            className={`finding finding-${reason.direction === "up" ? "pass" : "missing"} text-sm`}
          >
            <Icon name={reason.direction} />
            <span>
              <span className="sr-only">{t(`health.${reason.direction}`)} </span>
              {reason.text}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
