import { FindingList } from "~/ui/FindingList";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { pointText } from "../fact-text";
import { findingViews } from "../finding-view";
import type { EligibilityFinding, Verdict } from "../rules/eligibility";

export type Place = {
  id: string;
  school: string;
  major: string;
  seats: number;
  left: number;
  point: string;
  closesOn: string;
  findings: EligibilityFinding[];
  verdict: Verdict;
};

const TONES: Record<Verdict, Tone> = { pass: "ok", warn: "wait", missing: "wait", block: "bad" };

/** One place to go, with its seats and what every rule says about it; what stands against it is shown at once. */
export const PlaceChoice = ({ place, first }: { place: Place; first: boolean }) => {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const against = place.findings.filter((one) => one.verdict !== "pass");
  const rest = place.findings.filter((one) => one.verdict === "pass");
  return (
    <div className="ruled-item mt-4 border-t border-line pt-3">
      <label className="choice">
        <input type="radio" name="quota" value={place.id} defaultChecked={first} required />
        <span>
          <b>{place.school}</b> · {place.major || t("new.general")}{" "}
          <StateBadge tone={TONES[place.verdict]} word={t(`new.verdict.${place.verdict}`)} />
          <small>
            {pointText(place.point, any)} · {t("list.seats", { left: place.left, seats: place.seats })} ·{" "}
            {place.closesOn}
          </small>
        </span>
      </label>
      {against.length > 0 && (
        <div className="mt-2">
          <FindingList findings={findingViews(against, any, language)} />
        </div>
      )}
      <details className="mt-2">
        <summary>{t("new.detail")}</summary>
        <FindingList findings={findingViews(rest, any, language)} />
      </details>
    </div>
  );
};
