import { DataTable } from "~/ui/DataTable";
import { TileMap } from "~/ui/TileMap";
import { useWords } from "~/words/use-words";
import type { partnershipsPage, ShownHealth } from "../queries/partnerships-page.server";
import { tileGrid } from "../rules/tile-grid";

type Places = Awaited<ReturnType<typeof partnershipsPage>>["places"];

type PlacesProps = {
  places: Places;
  healths: readonly ShownHealth[];
  /** The address of one place's partnerships, of one state where one is named. */
  href: (code: string, health?: ShownHealth) => string;
};

/** Every place with its partnerships by health; each count leads to those partnerships. */
export const PlacesTable = ({ places, healths, href }: PlacesProps) => {
  const t = useWords("alerts");
  return (
    <DataTable
      caption={t("partnerships.places")}
      captionHidden
      rows={places}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "place",
          label: t("partnerships.place"),
          lead: true,
          cell: (row) => <a href={href(row.code)}>{row.name}</a>,
        },
        ...healths.map((health) => ({
          key: health,
          label: t(`partnerships.health.${health}`),
          numeric: true,
          cell: (row: Places[number]) =>
            row[health] > 0 ? <a href={href(row.code, health)}>{row[health]}</a> : 0,
        })),
      ]}
    />
  );
};

/** The places of a region as tiles, coloured by how many partnerships there are in one state of health. */
export const PartnershipMap = ({
  places,
  href,
  health,
  here,
}: Pick<PlacesProps, "places" | "href"> & { health: ShownHealth; here: string | null }) => {
  const t = useWords("cards");
  const alerts = useWords("alerts");
  const grid = tileGrid(places);
  const most = [...places].sort((a, b) => b[health] - a[health])[0];
  return (
    <TileMap
      title={t("map.title")}
      measure={t("map.measure", { health: alerts(`partnerships.health.${health}`) })}
      summary={
        most && most[health] > 0
          ? t("map.summary", { place: most.name, count: most[health] })
          : t("map.nothing")
      }
      tiles={grid.flatMap(({ code, col, row }) => {
        const place = places.find((one) => one.code === code);
        if (!place) return [];
        const { hollow, watch, sound, young } = place;
        return [
          {
            code,
            short: place.name.slice(0, 2),
            name: place.name,
            col,
            row,
            value: place[health] === 0 ? null : place[health],
            text: t("map.tile", { hollow, watch, sound, young }),
            href: href(code),
            ...(here === code ? { outline: "here" as const } : {}),
          },
        ];
      })}
    />
  );
};
