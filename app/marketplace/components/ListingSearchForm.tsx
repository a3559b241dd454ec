import type { FieldError } from "~/platform/result";
import { Button } from "~/ui/Button";
import { CodeField } from "~/ui/form/CodeField";
import { DateField } from "~/ui/form/DateField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { NearMeButton } from "~/ui/NearMeButton";
import { useTranslator, useWords } from "~/words/use-words";
import { RADII } from "../rules/search-query";

/** Fields the form itself holds; everything else in the address rides along. */
const OWN = new Set([
  "q",
  "near",
  "lng",
  "lat",
  "radiusKm",
  "major",
  "occupation",
  "startsFrom",
  "startsTo",
  "after",
]);
const PLACE = new Set(["near", "lng", "lat", "after"]);

type ListingSearchFormProps = {
  /** The address as it stands, name by name. */
  params: readonly (readonly [string, string])[];
  /** The names behind codes. */
  shown?: { major?: string; occupation?: string; near?: string };
  radiusKm: number;
  problems?: readonly FieldError[];
  /** Only words and place: the front page. */
  short?: boolean;
};

const Rest = ({
  params,
  without,
}: {
  params: ListingSearchFormProps["params"];
  without: ReadonlySet<string>;
}) =>
  params
    .filter(([name]) => !without.has(name))
    .map(([name, value]) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />);

/** Words, place and radius in one strip; what fewer people need folds away below. Sends itself as an address. */
export const ListingSearchForm = ({
  params,
  shown = {},
  radiusKm,
  problems = [],
  short,
}: ListingSearchFormProps) => {
  const t = useWords("listings");
  const { any } = useTranslator();
  const held = new Map(params);
  const error = (name: string) => {
    const found = problems.find(({ field }) => field === name);
    return found && any(found.key, found.values);
  };
  const folded = ["major", "occupation", "startsFrom", "startsTo"];
  const open = folded.some((name) => held.has(name) || error(name));
  const hasPoint = held.has("lng") && !held.has("near");
  return (
    <div className="search-block">
      <form action="/listings" role="search" aria-label={t("search.title")}>
        <Rest params={params} without={OWN} />
        {hasPoint && (
          <Rest params={params.filter(([name]) => name === "lng" || name === "lat")} without={new Set()} />
        )}
        <div className="search">
          <TextField
            name="q"
            label={t("search.q")}
            type="search"
            bare
            maxLength={100}
            placeholder={t("search.qPlaceholder")}
            defaultValue={held.get("q")}
            error={error("q")}
          />
          <CodeField
            name="near"
            label={t("search.near")}
            bare
            suggest="/api/v1/regions?q="
            placeholder={hasPoint ? t("search.yourPosition") : t("search.nearPlaceholder")}
            defaultValue={shown.near ?? held.get("near")}
            error={error("near")}
          />
          <SelectField
            name="radiusKm"
            label={t("search.radius")}
            bare
            empty={false}
            defaultValue={String(radiusKm)}
            options={[...new Set([...RADII, radiusKm])]
              .sort((a, b) => a - b)
              .map((km) => ({ value: String(km), label: t("search.within", { km }) }))}
          />
          <Button icon="search">{t("search.go")}</Button>
        </div>
        {!short && (
          <details className="mt-2" open={open}>
            <summary className="min-h-11 content-center text-sm text-qing">{t("search.more")}</summary>
            <div className="form-pair">
              <CodeField
                name="major"
                label={t("search.major")}
                suggest="/api/v1/majors?q="
                placeholder={t("search.majorPlaceholder")}
                defaultValue={shown.major ?? held.get("major")}
                error={error("major")}
              />
              <CodeField
                name="occupation"
                label={t("search.occupation")}
                suggest="/api/v1/occupations?q="
                defaultValue={shown.occupation ?? held.get("occupation")}
                error={error("occupation")}
              />
              <DateField
                name="startsFrom"
                label={`${t("search.starts")} ${t("search.startsFrom")}`}
                defaultValue={held.get("startsFrom")}
                error={error("startsFrom")}
              />
              <DateField
                name="startsTo"
                label={`${t("search.starts")} ${t("search.startsTo")}`}
                defaultValue={held.get("startsTo")}
                error={error("startsTo")}
              />
            </div>
          </details>
        )}
      </form>
      <form action="/listings" className={short ? "row mt-2" : "search-near"}>
        <Rest params={params} without={PLACE} />
        <NearMeButton />
      </form>
    </div>
  );
};
