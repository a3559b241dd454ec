import { Stat, StatRow } from "~/ui/Stat";
import { useWords } from "~/words/use-words";
import type { DemandEvidence } from "../rules/cards/evidence";

/** Supply and demand of a class of majors in a city, with the way to the map they are read from. */
export const DemandFacts = ({ demand }: { demand: DemandEvidence }) => {
  const t = useWords("cards");
  const grouped = (count: number) => count.toLocaleString("en");
  return (
    <>
      <h3 className="mt-4 mb-2">
        {t("proposal.demandTitle", { region: demand.region, family: demand.familyName })}
      </h3>
      <StatRow>
        <Stat value={grouped(demand.programmes)} label={t("proposal.programmes")} />
        <Stat value={grouped(demand.seats)} label={t("proposal.seatsAll")} />
        <Stat value={grouped(demand.slots)} label={t("proposal.slots")} />
        <Stat value={grouped(demand.needs)} label={t("proposal.needs")} />
        <Stat
          value={demand.unmet.under ? t("proposal.under") : grouped(demand.unmet.count)}
          label={t("proposal.unmet", { days: demand.days })}
        />
      </StatRow>
      <p className="mt-2">
        <a href={`/map?region=${demand.regionCode}&family=${demand.family}`}>{t("proposal.map")}</a>
      </p>
    </>
  );
};
