import { type Column, DataTable } from "~/ui/DataTable";
import { useWords } from "~/words/use-words";
import type { MapPage, MapRow } from "../queries/map-page.server";
import { type MapQuery, mapHref } from "../rules/map-query";

const grouped = (count: number): string => count.toLocaleString("en");

const FIGURES = ["programmes", "seats", "slots"] as const;
const MORE = ["needs", "bases", "tutors"] as const;

/** Every part of the region with all its figures; the name opens it, or what is offered and sought there. */
export const MapTable = ({ page, query }: { page: MapPage; query: MapQuery }) => {
  const t = useWords("map");
  const rows = page.rows.filter(
    (row) => row.unmet !== null || [...FIGURES, ...MORE].some((figure) => row[figure] > 0),
  );
  const figure = (key: (typeof FIGURES)[number] | (typeof MORE)[number]): Column<MapRow> => ({
    key,
    label: t(`table.${key}`),
    numeric: true,
    cell: (row) => grouped(row[key]),
  });
  const columns: Column<MapRow>[] = [
    {
      key: "name",
      label: t("table.region"),
      lead: true,
      cell: (row) =>
        row.opens ? (
          <a href={mapHref(query, { region: row.code })}>{row.name}</a>
        ) : (
          <a href={`/listings?region=${row.code}`} title={t("table.here")}>
            {row.name}
          </a>
        ),
    },
    ...FIGURES.map(figure),
    {
      key: "ratio",
      label: t("table.ratio"),
      numeric: true,
      cell: (row) => (row.ratio === null ? "—" : row.ratio),
    },
    ...MORE.map(figure),
    {
      key: "unmet",
      label: t("table.unmet"),
      numeric: true,
      cell: ({ unmet }) =>
        unmet === null ? "0" : unmet.under ? t(unmet.beside ? "beside" : "under") : grouped(unmet.count),
    },
  ];
  return (
    <DataTable
      caption={t(`table.title.${page.level}`)}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.code}
    />
  );
};
