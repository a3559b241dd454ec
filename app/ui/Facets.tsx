import { useWords } from "~/words/use-words";
import { Button } from "./Button";
import { Icon } from "./Icon";

export type FacetOption = {
  value: string;
  label: string;
  /** A text where it is not exact: "500+". */
  count?: number | string;
  selected?: boolean;
  href?: string;
};
export type FacetGroup = {
  /** The parameter of the address. */
  name: string;
  title: string;
  /** `links`: each option is an address of its own. `checks`: boxes sent with the form around them. */
  kind: "links" | "checks";
  options: readonly FacetOption[];
};

type FacetsProps = {
  groups: readonly FacetGroup[];
  clearHref?: string;
  /** The id of the search form the boxes belong to. */
  form?: string;
  /** Where one page holds two. */
  id?: string;
};

const Count = ({ count }: { count?: number | string }) =>
  count === undefined ? null : <span className="count">{count}</span>;

const Group = ({ group, form }: { group: FacetGroup; form?: string }) =>
  group.kind === "links" ? (
    <div className="facet">
      <h3>{group.title}</h3>
      <ul>
        {group.options.map((option) => (
          <li key={option.value}>
            <a href={option.href} aria-current={option.selected ? "true" : undefined}>
              {option.label}
              <Count count={option.count} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  ) : (
    <fieldset className="facet">
      <legend>{group.title}</legend>
      <ul>
        {group.options.map((option) => (
          <li key={option.value}>
            <label>
              <input
                type="checkbox"
                name={group.name}
                value={option.value}
                defaultChecked={option.selected}
                form={form}
                data-autosubmit=""
              />
              {option.label}
              <Count count={option.count} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );

/** Ways to narrow a list, each with how many it would leave. Folds on phones; boxes send themselves where a script runs. */
export const Facets = ({ groups, clearHref, form, id = "facets" }: FacetsProps) => {
  const t = useWords("ui");
  const total = groups.reduce(
    (sum, group) => sum + group.options.filter((option) => option.selected).length,
    0,
  );
  const boxes = groups.some((group) => group.kind === "checks");
  return (
    <div className="facets">
      <input type="checkbox" id={`${id}-open`} className="sr-only" autoComplete="off" />
      <label htmlFor={`${id}-open`}>
        <Icon name="filter" />
        {total > 0 ? t("facets.active", { total }) : t("facets.title")}
      </label>
      <div className="facets-body">
        {groups.map((group) => (
          <Group key={group.name} group={group} form={form} />
        ))}
        <div className="row mt-3">
          {boxes && (
            <Button look="ghost" small form={form}>
              {t("facets.apply")}
            </Button>
          )}
          {clearHref && total > 0 && <a href={clearHref}>{t("facets.clear")}</a>}
        </div>
      </div>
    </div>
  );
};
