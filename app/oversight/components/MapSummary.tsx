import { useWords } from "~/words/use-words";
import type { MapPage } from "../queries/map-page.server";
import { type MapQuery, SEATS_A_SLOT, slotsMissing } from "../rules/map-query";

const grouped = (count: number): string => count.toLocaleString("en");

/** The map in sentences: what there is, what is missing against the yardstick, what was wished for in vain. */
export const MapSummary = ({ page, query }: { page: MapPage; query: MapQuery }) => {
  const t = useWords("map");
  const { total, unmetTotal } = page;
  const missing = slotsMissing(total.slots, total.seats);
  const place = page.trail.at(-1)?.name ?? t("country");
  return (
    <div className="mt-4" data-view={query.view}>
      <p>
        {t("summary.whole", {
          place,
          programmes: grouped(total.programmes),
          seats: grouped(total.seats),
          slots: grouped(total.slots),
        })}{" "}
        {total.ratio === null ? t("summary.noSeats") : t("summary.ratio", { count: total.ratio })}{" "}
        {total.ratio !== null &&
          (missing > 0 ? t("summary.gap", { count: grouped(missing) }) : t("summary.enough"))}
      </p>
      <p className="meta mt-1">
        {t("summary.unmet", {
          days: page.days,
          count: unmetTotal.under ? t(unmetTotal.beside ? "beside" : "under") : grouped(unmetTotal.count),
        })}{" "}
        {t("summary.houseLine", { count: SEATS_A_SLOT })}
      </p>
    </div>
  );
};
