import { useWords } from "~/words/use-words";
import type { TileMapProps } from "./TileMap";

/** The figures of a TileMap as a table, largest first, folded until asked for. */
export const TileTable = ({ title, measure, tiles }: TileMapProps) => {
  const t = useWords("ui");
  const rows = [...tiles].sort(
    (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
  );
  return (
    <details className="mt-2 text-sm">
      <summary className="min-h-11 content-center text-qing">{t("map.table")}</summary>
      <table className="ledger">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t("map.region")}</th>
            <th scope="col" className="numeric">
              {measure}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((tile) => (
            <tr key={tile.code}>
              <td>{tile.href ? <a href={tile.href}>{tile.name}</a> : tile.name}</td>
              <td className="numeric">{tile.value === null ? t("map.none") : tile.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};
