import { HealthDial } from "~/ui/HealthDial";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";
import { healthTone, reasonText } from "./sentences";

/** The score with its reasons, what would restore it, and what the next delivery would change. */
export const HealthPanel = ({ page }: { page: AgreementPageData }) => {
  const t = useWords("agreements");
  const translator = useTranslator();
  const { health } = page;
  const nameOf = (id: string) => page.parties.find((party) => party.id === id)?.shortName ?? "";
  if (!health) {
    return (
      <div className="card" id="health">
        <h2 className="text-lg">{t("page.health")}</h2>
        <p className="meta">{t("page.healthLater")}</p>
      </div>
    );
  }
  const down = health.reasons.filter((one) => one.points < 0);
  const promised = page.commitments.find((one) => one.id === health.whatIf?.commitmentId);
  return (
    <div className="card" id="health">
      <h2 className="text-lg">{t("page.health")}</h2>
      <HealthDial
        score={health.score}
        tone={healthTone(health.state)}
        verdict={t(`healthState.${health.state}`)}
        reasons={health.reasons.map((one) => ({
          direction: one.points < 0 ? "down" : "up",
          text: reasonText(one, translator, nameOf),
        }))}
      />
      {["at_risk", "hollow", "watch"].includes(health.state) && down.length > 0 && (
        <>
          <h3 className="mt-3">{t("restoreTitle")}</h3>
          <ul className="prose text-sm">
            {down.map((one) => (
              <li key={one.id}>{translator.any(`agreements.restore.${one.id}`)}</li>
            ))}
          </ul>
        </>
      )}
      {health.whatIf && promised && health.whatIf.score > health.score && (
        <p className="meta">
          {t("page.whatIf", {
            what: promised.title,
            quantity: health.whatIf.quantity,
            unit: promised.unit,
            score: health.whatIf.score,
          })}
        </p>
      )}
    </div>
  );
};
