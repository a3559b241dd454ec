import { DataTable } from "~/ui/DataTable";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { CardPage } from "../queries/card-page.server";
import { percentText, verdictText } from "./card-words";

type Figure = CardPage["figures"][number];

const TONES: Record<Figure["verdict"], Tone> = {
  good: "ok",
  yellow: "wait",
  red: "bad",
  few: "neutral",
  none: "neutral",
};

/** The measures of a card: value, numerator and denominator, the criterion, the verdict, and the way to the rows. */
export const CardFigures = ({
  figures,
  rowsHref,
}: {
  figures: readonly Figure[];
  /** Where the rows of a measure are; absent where nobody is to open them. */
  rowsHref?: (measure: string) => string;
}) => {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  const english = language === "en";
  const plain = (count: number) => count.toLocaleString("en");
  const fraction = ({ told, withheld }: Figure) => {
    if (withheld || told === null) return <span className="whitespace-normal">{t("page.withheld")}</span>;
    return told.denominator === 0 ? "—" : `${plain(told.numerator)} / ${plain(told.denominator)}`;
  };
  const left = ({ told }: Figure): string =>
    (told?.exclusions ?? [])
      .map(({ reason, count }) =>
        t("page.excludedItem", { reason: any(`cards.excluded.${reason}`), count: plain(count) }),
      )
      .join(english ? ", " : "、");
  const criterion = (figure: Figure): string => {
    if (!figure.criterion) return "—";
    const { yellow, red, leastCases } = figure.criterion;
    const lines = t(`page.${figure.measure.worse}`, { yellow: percentText(yellow), red: percentText(red) });
    const cases =
      figure.cases === null
        ? t("page.casesHidden", { least: leastCases })
        : t("page.cases", { least: leastCases, cases: plain(figure.cases) });
    return `${lines}${english ? "; " : "；"}${cases}`;
  };
  return (
    <DataTable
      caption={t("page.figures")}
      captionHidden
      rows={figures}
      rowKey={({ measure }) => measure.id}
      columns={[
        {
          key: "measure",
          label: t("page.measure"),
          lead: true,
          cell: ({ measure }) => {
            const title = english ? measure.title.en : measure.title.zh;
            return rowsHref ? <a href={rowsHref(measure.id)}>{title}</a> : title;
          },
        },
        {
          key: "value",
          label: t("page.value"),
          numeric: true,
          cell: ({ told }) => (told?.value === null || !told ? "—" : <b>{percentText(told.value)}</b>),
        },
        {
          key: "fraction",
          label: t("page.fraction"),
          numeric: true,
          cell: (figure) => (
            <div>
              <span className="whitespace-nowrap">{fraction(figure)}</span>
              {left(figure) !== "" && (
                <span className="note block">{t("page.excluded", { list: left(figure) })}</span>
              )}
            </div>
          ),
        },
        {
          key: "before",
          label: t("page.before"),
          numeric: true,
          cell: ({ told }) =>
            told?.before ? `${plain(told.before.numerator)} / ${plain(told.before.denominator)}` : "—",
        },
        {
          key: "criterion",
          label: t("page.criterion"),
          cell: (figure) => <span className="text-sm">{criterion(figure)}</span>,
        },
        {
          key: "verdict",
          label: t("page.verdict"),
          cell: ({ verdict, measure }) => (
            <StateBadge tone={TONES[verdict]} word={verdictText(verdict, measure.worse, t)} />
          ),
        },
      ]}
    />
  );
};
