import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { OverviewItem } from "../queries/match-overview.server";
import { MatchItems } from "./MatchItems";

/** What partners are looked for, each with its two best suggestions and the way to all of them. */
export const MatchOverview = ({ items }: { items: readonly OverviewItem[] }) => {
  const t = useWords("matches");
  return items.map((item) => (
    <Section
      key={item.id}
      id={`for-${item.id}`}
      title={<a href={item.href}>{item.title}</a>}
      aside={
        <>
          {item.seats !== null && `${t("students", { students: item.seats })} · `}
          <a href={item.href} aria-label={t("allOf", { title: item.title })}>
            {t("all")}
          </a>
        </>
      }
    >
      {item.best.length === 0 ? (
        <p className="meta py-4">{t("none")}</p>
      ) : (
        <MatchItems matches={item.best} enquiryHref={null} brief />
      )}
    </Section>
  ));
};
