import { EmptyState } from "~/ui/EmptyState";
import { useWords } from "~/words/use-words";
import type { Alternative } from "../queries/nearest-alternatives.server";
import { searchHref } from "../rules/search-query";

/** Nothing found: the nearest looser searches that do find something, each a link saying how much. */
export const NoListings = ({
  params,
  alternatives,
  names,
  anything,
}: {
  params: URLSearchParams;
  alternatives: readonly Alternative[];
  /** What each condition reads as: "包住宿", "番禺区". */
  names: Readonly<Record<string, string>>;
  /** Whether anything is published at all. */
  anything: boolean;
}) => {
  const t = useWords("listings");
  const count = ({ total, more }: Alternative) => t(more ? "search.countMore" : "search.count", { total });
  const line = (one: Alternative) => {
    if (one.drop === "radius") {
      const text = t("search.noneWider", { km: one.radiusKm ?? 0, count: count(one) });
      return { key: "radius", href: searchHref(params, { radiusKm: one.radiusKm }), text };
    }
    const gone =
      one.drop === "near" ? { near: undefined, lng: undefined, lat: undefined } : { [one.drop]: undefined };
    const text = t("search.noneWithout", { what: names[one.drop] ?? one.drop, count: count(one) });
    return { key: one.drop, href: searchHref(params, gone), text };
  };
  return (
    <EmptyState title={t("search.noneTitle")}>
      {anything ? (
        alternatives.length > 0 && <p>{t("search.noneText")}</p>
      ) : (
        <p>{t("search.nothingAtAll")}</p>
      )}
      <ul>
        {alternatives.map(line).map(({ key, href, text }) => (
          <li key={key} className="min-h-9 content-center">
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
      {anything && (
        <p>
          <a href="/listings">{t("search.clear")}</a>
        </p>
      )}
    </EmptyState>
  );
};
