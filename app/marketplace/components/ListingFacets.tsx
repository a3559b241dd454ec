import { type FacetGroup, Facets } from "~/ui/Facets";
import { useWords } from "~/words/use-words";
import { PAY_STEPS } from "../rules/facet-bits";
import type { FacetCounts } from "../rules/facet-counts";
import { LISTING_KINDS } from "../rules/kinds";
import { type SearchQuery, searchHref } from "../rules/search-query";

type ListingFacetsProps = {
  params: URLSearchParams;
  search: SearchQuery;
  counts: FacetCounts;
  /** Counts are lower bounds. */
  partial: boolean;
  /** Names of the nineteen categories of majors, by number. */
  categories: Readonly<Record<string, string>>;
};

/** What the results can be narrowed by, each with how many it would leave; every choice is an address. */
export const ListingFacets = ({ params, search, counts, partial, categories }: ListingFacetsProps) => {
  const t = useWords("listings");
  const shown = (count: number) => (partial ? `${count}+` : count);
  const toggle = (name: string, value: string, selected: boolean) =>
    searchHref(params, { [name]: selected ? undefined : value });
  const kinds: FacetGroup = {
    name: "kind",
    title: t("search.facet.kind"),
    kind: "links",
    options: LISTING_KINDS.filter((kind) => counts.kinds[kind] > 0 || search.kind.includes(kind)).map(
      (kind) => {
        const selected = search.kind.includes(kind);
        const next = selected ? search.kind.filter((one) => one !== kind) : [...search.kind, kind];
        return {
          value: kind,
          label: t(`kind.${kind}`),
          count: shown(counts.kinds[kind]),
          selected,
          href: searchHref(params, { kind: next }),
        };
      },
    ),
  };
  const chosen = search.family?.slice(0, 2);
  const families: FacetGroup = {
    name: "family",
    title: t("search.facet.family"),
    kind: "links",
    options: Object.entries(counts.categories)
      .filter(([code, count]) => count > 0 || code === chosen)
      .sort((a, b) => b[1] - a[1])
      .slice(0, 8)
      .map(([code, count]) => ({
        value: code,
        label: categories[code] ?? code,
        count: shown(count),
        selected: code === chosen,
        href: toggle("family", code, code === chosen),
      })),
  };
  const pay: FacetGroup = {
    name: "payMin",
    title: t("search.facet.pay"),
    kind: "links",
    options: PAY_STEPS.filter((step) => (counts.pay[step] ?? 0) > 0 || search.payMin === step).map(
      (step) => ({
        value: String(step),
        label: t("search.payFrom", { yuan: step.toLocaleString("en") }),
        count: shown(counts.pay[step] ?? 0),
        selected: search.payMin === step,
        href: toggle("payMin", String(step), search.payMin === step),
      }),
    ),
  };
  const conditions: FacetGroup = {
    name: "conditions",
    title: t("search.facet.conditions"),
    kind: "links",
    options: (["minors", "lodging"] as const)
      .filter((name) => counts[name] > 0 || search[name])
      .map((name) => ({
        value: name,
        label: t(`search.${name}`),
        count: shown(counts[name]),
        selected: search[name],
        href: toggle(name, "1", search[name]),
      })),
  };
  const groups = [kinds, families, pay, conditions].filter((group) => group.options.length > 0);
  const cleared = searchHref(params, {
    kind: undefined,
    family: undefined,
    payMin: undefined,
    minors: undefined,
    lodging: undefined,
  });
  return <Facets groups={groups} clearHref={cleared} />;
};
