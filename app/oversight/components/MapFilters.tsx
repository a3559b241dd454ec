import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { useWords } from "~/words/use-words";
import { type MapQuery, mapHref } from "../rules/map-query";
import { ALL } from "../rules/map-shares";

type MapFiltersProps = {
  query: MapQuery;
  categories: Readonly<Record<string, string>>;
  familyName: string | null;
  industries: readonly { code: string; name: string }[];
};

/** Which majors and which industry the map is about. */
export const MapFilters = ({ query, categories, familyName, industries }: MapFiltersProps) => {
  const t = useWords("map");
  const options = Object.entries(categories)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([value, label]) => ({ value, label }));
  const chosen =
    familyName && !(query.family in categories) ? [{ value: query.family, label: familyName }] : [];
  const narrowed = query.family !== ALL || query.industry !== ALL;
  return (
    <form method="get" action="/map" className="grid items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
      {query.region && <HiddenField name="region" value={query.region} />}
      {query.view !== "ratio" && <HiddenField name="view" value={query.view} />}
      <SelectField
        name="family"
        label={t("filter.family")}
        required
        empty={false}
        defaultValue={query.family}
        options={[{ value: ALL, label: t("filter.anyFamily") }, ...chosen, ...options]}
        autoSubmit
      />
      <SelectField
        name="industry"
        label={t("filter.industry")}
        required
        empty={false}
        defaultValue={query.industry}
        options={[
          { value: ALL, label: t("filter.anyIndustry") },
          ...industries.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        autoSubmit
      />
      <div className="row">
        <Button look="quiet">{t("filter.apply")}</Button>
        {narrowed && (
          <a href={mapHref(query, { family: ALL, industry: ALL })} className="min-h-11 content-center">
            {t("filter.clear")}
          </a>
        )}
      </div>
    </form>
  );
};
