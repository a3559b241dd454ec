import { type Tile, TileMap } from "~/ui/TileMap";
import { useTranslator, useWords } from "~/words/use-words";
import type { MapPage, MapRow } from "../queries/map-page.server";
import { type MapQuery, mapHref } from "../rules/map-query";

type Shown = Pick<Tile, "value" | "text">;

/** The provinces as tiles, coloured by what the reader chose; each opens its province. */
export const MapTiles = ({ page, query }: { page: MapPage; query: MapQuery }) => {
  const t = useWords("map");
  const { language } = useTranslator();
  const rows = new Map(page.rows.map((row) => [row.code, row]));
  const shown = (row: MapRow | undefined): Shown => {
    if (query.view === "unmet") {
      if (!row?.unmet) return { value: null, text: t("tile.unmet", { count: 0 }) };
      if (row.unmet.under) return { value: 0, text: t(row.unmet.beside ? "tile.beside" : "tile.under") };
      return { value: row.unmet.count, text: t("tile.unmet", { count: row.unmet.count }) };
    }
    const value = row?.[query.view] ?? null;
    return {
      value: value === 0 && query.view !== "ratio" ? null : value,
      text: t(`tile.${query.view}`, { count: (value ?? 0).toLocaleString("en") }),
    };
  };
  const first = page.rows.find(({ slots }) => slots > 0);
  return (
    <TileMap
      title={t("title")}
      measure={t(`view.${query.view}`)}
      summary={first ? t("summary.first", { place: first.name }) : t("nothing.title")}
      tiles={page.tiles.map((tile) => ({
        code: tile.code,
        short: tile.short.slice(0, 2),
        name: language === "en" ? tile.en : (rows.get(tile.code)?.name ?? tile.short),
        col: tile.col,
        row: tile.row,
        ...shown(rows.get(tile.code)),
        href: mapHref(query, { region: tile.code }),
      }))}
    />
  );
};
