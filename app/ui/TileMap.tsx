import { useWords } from "~/words/use-words";
import { TileTable } from "./TileTable";

export type Tile = {
  code: string;
  /** One or two characters drawn in the tile. */
  short: string;
  /** The full name, for the table and for hovering. */
  name: string;
  col: number;
  row: number;
  /** `null`: no data. */
  value: number | null;
  /** The value as people read it: "每百学位 38 岗". */
  text: string;
  href?: string;
  /** Outlined: the reader's own region, or one that needs attention. */
  outline?: "here" | "flag";
};

export type TileMapProps = {
  title: string;
  /** What the colour means. */
  measure: string;
  /** The map in one or two sentences. */
  summary: string;
  tiles: readonly Tile[];
};

const SIDE = 30;
const GAP = 3;
const LEVELS = 5;

/**
 * Levels 1 to 5 by rank among the tiles with data, so that one very large region does not bleach the rest.
 * In: values, `null` for none. Out: a level for each, 0 for none.
 */
export const levelsOf = (values: readonly (number | null)[]): number[] => {
  const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b);
  if (known.length === 1) return values.map((value) => (value === null ? 0 : 3));
  return values.map((value) =>
    value === null ? 0 : 1 + Math.round((known.indexOf(value) / (known.length - 1)) * (LEVELS - 1)),
  );
};

const TileShape = ({ tile, level }: { tile: Tile; level: number }) => {
  const x = tile.col * (SIDE + GAP) + 2;
  const y = tile.row * (SIDE + GAP) + 2;
  const body = (
    <>
      <title>{`${tile.name}：${tile.text}`}</title>
      <rect x={x} y={y} width={SIDE} height={SIDE} rx="4" />
      <text x={x + SIDE / 2} y={y + SIDE / 2 + 4}>
        {tile.short}
      </text>
    </>
  );
  const className = `l${level}${tile.outline ? ` ${tile.outline}` : ""}`;
  if (!tile.href) return <g className={className}>{body}</g>;
  return (
    <a href={tile.href} className={className} aria-label={`${tile.name}：${tile.text}`}>
      {body}
    </a>
  );
};

/** Regions as a grid of tiles, coloured by a figure, with a sentence above and the same figures as a table below. */
export const TileMap = (props: TileMapProps) => {
  const { title, measure, summary, tiles } = props;
  const t = useWords("ui");
  const levels = levelsOf(tiles.map((tile) => tile.value));
  const width = (Math.max(0, ...tiles.map((tile) => tile.col)) + 1) * (SIDE + GAP) + 1;
  const height = (Math.max(0, ...tiles.map((tile) => tile.row)) + 1) * (SIDE + GAP) + 1;
  return (
    <figure>
      <figcaption>
        <h3>{title}</h3>
        <div className="note">{measure}</div>
      </figcaption>
      <svg className="tiles mt-3 w-full" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={title}>
        {tiles.map((tile, index) => (
          <TileShape key={tile.code} tile={tile} level={levels[index] ?? 0} />
        ))}
      </svg>
      <div className="tile-key note" aria-hidden="true">
        {t("map.less")}
        <i className="key-l1" />
        <i className="key-l2" />
        <i className="key-l3" />
        <i className="key-l4" />
        <i className="key-l5" />
        {t("map.more")}
        <i />
        {t("map.none")}
      </div>
      <p className="meta mt-2">{summary}</p>
      <TileTable {...props} />
    </figure>
  );
};
