import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { figureText, fractionText } from "./components/figure-text";
import type { ReportSheet } from "./pdf/ReportPdf";
import { INDICATOR_TABLES } from "./rules/indicators/indicator";
import type { KeptFigure, SnapshotContent } from "./rules/indicators/snapshot";

type Taken = { takenByName: string; takenAt: Date; sha256: string; organization: string };

/** Kept figures as rows of a printed report: name, value, fraction, and how each was counted. */
export const figureRows = (figures: readonly KeptFigure[]): ReportSheet["tables"][number]["rows"] => {
  const translator = translatorFor("zh-CN");
  const t = translator.room("indicators");
  const notes = ({ definition, exclusions, source }: KeptFigure): string => {
    const left = exclusions.map(({ reason, count }) =>
      t("page.excludedItem", { reason: translator.any(`indicators.exclusion.${reason}`), count }),
    );
    const told = source ? `${definition.zh}${source.zh}` : definition.zh;
    return left.length > 0 ? `${told}${t("snapshot.leftOut", { list: left.join("；") })}` : told;
  };
  return figures.map((figure) => ({
    name: figure.title.zh,
    value: figureText(figure, figure.unit, t),
    fraction: fractionText(figure),
    notes: notes(figure),
  }));
};

/** The words of a report, from the snapshot alone: the same snapshot always gives the same sheet. */
export const reportSheet = (content: SnapshotContent, taken: Taken): ReportSheet => {
  const t = translatorFor("zh-CN").room("indicators");
  const at = (instant: string) => absoluteText(instant, "zh-CN");
  return {
    heading: t("snapshot.heading", { year: content.year }),
    place: content.place,
    facts: [
      { label: t("column.at"), value: t("snapshot.asOf", { when: at(content.asOf) }) },
      {
        label: t("snapshot.title"),
        value: t("snapshot.taken", { when: at(taken.takenAt.toISOString()), name: taken.takenByName }),
      },
      { label: t("snapshot.hash"), value: taken.sha256 },
      { label: t("page.definition"), value: t("houseRule") },
    ],
    mark: t("snapshot.printed", { organization: taken.organization, hash: taken.sha256.slice(0, 16) }),
    columns: [t("column.indicator"), t("column.value"), t("column.fraction")],
    tables: INDICATOR_TABLES.map((table) => ({
      title: t(`table.${table}`),
      rows: figureRows(content.figures.filter((figure) => figure.table === table)),
    })),
  };
};
