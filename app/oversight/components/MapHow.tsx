import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

/** What each figure of the map counts, in words. */
export const MapHow = ({ days, family }: { days: number; family: string }) => {
  const t = useWords("map");
  const cards = useWords("cards");
  const propose = /^\d{2}-\d{2}$/.test(family) ? `?family=${family}` : "";
  return (
    <div className="mt-8">
      <Section id="how" title={t("how.title")}>
        <ul className="mt-3 list-disc space-y-1 pl-5 text-sm">
          <li>{t("how.seats")}</li>
          <li>{t("how.slots")}</li>
          <li>{t("how.needs")}</li>
          <li>
            {t("how.unmet", { days })}{" "}
            <a href={`/oversight/proposals/new${propose}`}>{cards("map.propose")}</a>
          </li>
        </ul>
      </Section>
    </div>
  );
};
