import { Icon } from "~/ui/Icon";
import { useTranslator, useWords } from "~/words/use-words";
import type { Gate } from "../rules/gates";

/** One gate in a matrix: a sign and a word for readers of the screen; held gates say why on hover. */
export const GateMark = ({ gate }: { gate: Gate }) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  const first = gate.reasons[0];
  const why = first ? any(`placements.reason.${first.because}`) : t("gates.open");
  return (
    <span className={gate.open ? "gate gate-open" : "gate gate-held"} title={why}>
      <Icon name={gate.open ? "check" : "close"} />
      <span className="sr-only">{why}</span>
    </span>
  );
};

/** The eight gates of one placement in order, each with what holds it, who must act, and when it closes again. */
export const GateList = ({ gates }: { gates: readonly Gate[] }) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  return (
    <ol className="gates">
      {gates.map((gate, index) => (
        <li key={gate.gate} className={gate.open ? "gate-open" : "gate-held"}>
          <Icon name={gate.open ? "check" : "close"} />
          <div>
            <b>
              {index + 1} {t(`gate.${gate.gate}`)}
            </b>
            {gate.open ? (
              <span className="meta">
                {" "}
                {gate.until ? t("gates.until", { date: gate.until }) : t("gates.open")}
              </span>
            ) : (
              <ul>
                {gate.reasons.map((reason) => (
                  <li key={reason.because} className="meta">
                    {t("gates.must", {
                      who: any(`placements.who.${reason.who}`),
                      what: any(`placements.reason.${reason.because}`),
                    })}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
};
