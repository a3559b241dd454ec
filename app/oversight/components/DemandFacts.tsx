import { Facts } from "~/ui/Facts";
import { useWords } from "~/words/use-words";
import type { DemandEvidence } from "../rules/cards/evidence";

/** Supply and demand of a class of majors in a city, with the way to the map they are read from. */
export const DemandFacts = ({ demand }: { demand: DemandEvidence }) => {
  const t = useWords("cards");
  const grouped = (count: number) => count.toLocaleString("en");
  const map = `/map?region=${demand.regionCode}&family=${demand.family}`;
  return (
    <>
      <h3 className="mt-4">
        {t("proposal.demandTitle", { region: demand.region, family: demand.familyName })}
      </h3>
      <Facts
        facts={[
          { label: t("proposal.programmes"), value: grouped(demand.programmes) },
          { label: t("proposal.seatsAll"), value: grouped(demand.seats) },
          { label: t("proposal.slots"), value: grouped(demand.slots) },
          { label: t("proposal.needs"), value: grouped(demand.needs) },
          {
            label: t("proposal.unmet", { days: demand.days }),
            value: demand.unmet.under ? t("proposal.under") : grouped(demand.unmet.count),
          },
        ]}
      />
      <p className="mt-2">
        <a href={map}>{t("proposal.map")}</a>
      </p>
    </>
  );
};
