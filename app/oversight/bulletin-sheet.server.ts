import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { periodText } from "./components/bulletin-text";
import { amountText } from "./components/figure-text";
import type { ReportSheet } from "./pdf/ReportPdf";
import { figureRows } from "./report-sheet.server";
import type { BulletinContent } from "./rules/bulletins/content";

type Rows = ReportSheet["tables"][number]["rows"];

/** The words of an issue for its PDF, from what was frozen alone. */
export const bulletinSheet = (
  content: BulletinContent,
  drawn: { at: string; sha256: string },
): ReportSheet => {
  const translator = translatorFor("zh-CN");
  const t = translator.room("reports");
  const figures = translator.room("indicators");
  const row = (name: string, value: string | number, notes = ""): Rows[number] => ({
    name,
    value: String(value),
    fraction: "",
    notes,
  });
  const { alerts, hollow, targets, ranking } = content;
  const tables: { title: string; rows: Rows }[] = [
    {
      title: `${t("bulletin.figures")}（${t("bulletin.ofYear", { year: content.period.to.slice(0, 4) })}）`,
      rows: figureRows(content.figures),
    },
    ...(alerts
      ? [
          {
            title: t("bulletin.parts.alerts"),
            rows: [
              row(t("bulletin.opened"), alerts.opened),
              row(t("bulletin.closed"), alerts.closed),
              row(t("bulletin.standing"), alerts.standing),
            ],
          },
        ]
      : []),
    ...(hollow
      ? [
          {
            title: t("bulletin.parts.hollow"),
            rows: [
              row(t("bulletin.hollow"), hollow.hollow),
              row(t("bulletin.watch"), hollow.watch),
              row(t("bulletin.all"), hollow.all),
            ],
          },
        ]
      : []),
    ...(targets
      ? [
          {
            title: t("bulletin.parts.targets"),
            rows: targets.map((one) =>
              row(
                one.project,
                `${one.value === null ? "—" : amountText(one.value, one.unit, figures)} / ${amountText(one.goal, one.unit, figures)}`,
                `${one.title.zh} · ${one.dueOn} · ${translator.any(`indicators.target.standing.${one.standing}`)}`,
              ),
            ),
          },
        ]
      : []),
    ...(ranking
      ? [
          {
            title: t("bulletin.rankingOf", { indicator: ranking.title.zh }),
            rows: ranking.rows.map((one) =>
              row(`${one.rank}  ${one.name}`, amountText(one.value, ranking.unit, figures)),
            ),
          },
        ]
      : []),
  ];
  return {
    heading: content.title,
    place: `${content.place} · ${periodText(content.period.id, t)}`,
    facts: [
      { label: t("bulletin.by"), value: content.authority },
      { label: t("bulletin.drawn"), value: absoluteText(drawn.at, "zh-CN") },
      { label: t("bulletin.asOf"), value: absoluteText(content.asOf, "zh-CN") },
      { label: t("sheet.hash"), value: drawn.sha256 },
    ],
    mark: t("bulletin.printed", { authority: content.authority, hash: drawn.sha256.slice(0, 16) }),
    columns: [figures("column.indicator"), figures("column.value"), figures("column.fraction")],
    tables: tables.filter(({ rows }) => rows.length > 0),
  };
};
