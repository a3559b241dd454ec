import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

/** What each figure of the map counts, in words. */
export const MapHow = ({ days }: { days: number }) => {
  const t = useWords("map");
  return (
    <div className="mt-8">
      <Section id="how" title={t("how.title")}>
        <ul className="mt-3 list-disc space-y-1 pl-5 text-sm">
          <li>{t("how.seats")}</li>
          <li>{t("how.slots")}</li>
          <li>{t("how.needs")}</li>
          <li>{t("how.unmet", { days })}</li>
        </ul>
      </Section>
    </div>
  );
};
