import { Button } from "~/ui/Button";
import { SelectField } from "~/ui/form/SelectField";
import { useWords } from "~/words/use-words";
import type { PlacementFilter, placementFacets } from "../queries/placement-list.server";
import { GATES } from "../rules/gates";
import { PLACEMENT_STATES } from "../rules/lifecycle";

type Facets = NonNullable<Awaited<ReturnType<typeof placementFacets>>>;
type Props = {
  facets: Facets;
  filter: PlacementFilter;
  as: string;
  address: (changes: Record<string, string | null>) => string;
};

/** States as links with their numbers, the rest as a form that writes the address. */
export const PlacementFilters = ({ facets, filter, as, address }: Props) => {
  const t = useWords("placements");
  const total = Object.values(facets.states).reduce((sum, one) => sum + one, 0);
  return (
    <>
      <nav aria-label={t("list.states")} className="row my-4">
        <a href={address({ state: null })} className="tag" aria-current={filter.state ? undefined : "page"}>
          {filter.state ? t("list.all") : <b>{t("list.all")}</b>} <span className="num">{total}</span>
        </a>
        {PLACEMENT_STATES.filter((state) => facets.states[state]).map((state) => (
          <a
            key={state}
            href={address({ state })}
            className="tag"
            aria-current={filter.state === state ? "page" : undefined}
          >
            {filter.state === state ? <b>{t(`state.${state}`)}</b> : t(`state.${state}`)}{" "}
            <span className="num">{facets.states[state]}</span>
          </a>
        ))}
      </nav>
      <form method="get" className="row items-end my-3">
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        {facets.programmes.length > 1 && (
          <SelectField
            name="programme"
            label={t("list.programme")}
            options={facets.programmes}
            defaultValue={filter.programme}
            empty={t("list.every")}
          />
        )}
        {facets.classes.length > 1 && (
          <SelectField
            name="class"
            label={t("list.class")}
            options={facets.classes}
            defaultValue={filter.className}
            empty={t("list.every")}
          />
        )}
        {as !== "host" && as !== "mentor" && facets.hosts.length > 1 && (
          <SelectField
            name="host"
            label={t("list.host")}
            options={facets.hosts}
            defaultValue={filter.host}
            empty={t("list.every")}
          />
        )}
        <SelectField
          name="gate"
          label={t("list.heldBy")}
          options={GATES.map((gate) => ({ value: gate, label: t(`gate.${gate}`) }))}
          defaultValue={filter.gate}
          empty={t("list.every")}
        />
        <Button look="ghost">{t("list.filter")}</Button>
      </form>
    </>
  );
};
