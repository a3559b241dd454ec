import { TileMap } from "~/ui/TileMap";
import { useTranslator, useWords } from "~/words/use-words";
import type { ProvinceTotal } from "../queries/province-map.server";
import { searchHref } from "../rules/search-query";

/** Published listings by province; each tile is the search of that province. */
export const ProvinceTiles = ({
  provinces,
  params,
  here,
}: {
  provinces: readonly ProvinceTotal[];
  params: URLSearchParams;
  here?: string;
}) => {
  const t = useWords("listings");
  const { language } = useTranslator();
  const name = (tile: ProvinceTotal) => (language === "en" ? tile.en : tile.zh);
  const first = [...provinces].sort((a, b) => b.listings - a.listings)[0];
  const empty = provinces.filter((tile) => tile.listings === 0).length;
  const values = {
    first: first ? name(first) : "",
    count: (first?.listings ?? 0).toLocaleString("en"),
    empty,
  };
  return (
    <TileMap
      title={t("search.mapTitle")}
      measure={t("search.mapMeasure")}
      summary={
        !first?.listings
          ? t("search.nothingAtAll")
          : t(empty > 0 ? "search.mapSummary" : "search.mapSummaryAll", values)
      }
      tiles={provinces.map((tile) => ({
        code: tile.code,
        short: tile.short.slice(0, 2),
        name: name(tile),
        col: tile.col,
        row: tile.row,
        value: tile.listings > 0 ? tile.listings : null,
        text: t("search.mapTile", { count: tile.listings.toLocaleString("en") }),
        href: searchHref(params, { region: tile.code, near: undefined, lng: undefined, lat: undefined }),
        ...(here?.slice(0, 2) === tile.code.slice(0, 2) ? { outline: "here" as const } : {}),
      }))}
    />
  );
};
