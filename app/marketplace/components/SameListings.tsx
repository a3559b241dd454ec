import { Section } from "~/ui/Section";
import type { T } from "~/words/translate";
import { useWords } from "~/words/use-words";
import type { SameListing } from "../queries/same-listings.server";

const factsText = ({ likeness }: SameListing, t: T<"freshness">): string =>
  [
    t("same.titleShare", { percent: likeness.title }),
    likeness.sameOccupation && t("same.occupation"),
    likeness.sameRegion && t("same.region"),
    likeness.sameDates && t("same.dates"),
    likeness.text > 0 && t("same.textShare", { percent: likeness.text }),
  ]
    .filter(Boolean)
    .join(t("same.and"));

/** What a listing has in common with others that stand, with the facts and the way to each. */
export const SameListings = ({ same, choice }: { same: readonly SameListing[]; choice: boolean }) => {
  const t = useWords("freshness");
  if (same.length === 0) return null;
  return (
    <Section title={t("same.title")} id="same">
      <ul className="mt-3 stack">
        {same.map((one) => {
          const { id, title, why, organization, likeness } = one;
          return (
            <li key={id}>
              <p>
                {why === "own"
                  ? t("same.own", { title, facts: factsText(one, t) })
                  : t("same.copied", { title, organization, percent: likeness.text })}{" "}
                <a href={`/listings/${id}`}>
                  {t("same.open")}
                  <span className="sr-only"> {title}</span>
                </a>
              </p>
            </li>
          );
        })}
      </ul>
      {choice && same.some(({ why }) => why === "own") && <p className="meta mt-2">{t("same.choice")}</p>}
    </Section>
  );
};
