import { DataTable } from "~/ui/DataTable";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { CardRowsPage } from "../queries/card-rows-page.server";

const COUNTED = ["met", "unmet", "before"] as const;

/** Open offers within reach, each leading to its page. */
export const DemandTable = ({ places }: { places: CardRowsPage["places"] }) => {
  const t = useWords("cards");
  return (
    <DataTable
      caption={t("rows.title")}
      captionHidden
      rows={places}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "listing",
          label: t("rows.listing"),
          lead: true,
          cell: ({ id, title }) => <a href={`/listings/${id}`}>{title}</a>,
        },
        { key: "host", label: t("rows.host"), cell: ({ organization }) => organization },
        { key: "free", label: t("rows.free"), numeric: true, cell: ({ free }) => free },
        {
          key: "fit",
          label: t("rows.fit"),
          numeric: true,
          cell: ({ fit }) => `${Math.round(fit * 100)}%`,
        },
        {
          key: "distance",
          label: t("rows.distance"),
          numeric: true,
          cell: ({ km }) => (km === null ? "—" : t("rows.km", { km: km.toFixed(1) })),
        },
      ]}
    />
  );
};

/** Records of students behind a measure, each with how it counts. */
export const RecordTable = ({ rows }: { rows: CardRowsPage["rows"] }) => {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  const counts = (verdict: string): string => {
    const known = COUNTED.find((one) => one === verdict);
    if (known) return t(`rows.${known}`);
    return t("page.excluded", { list: any(`cards.excluded.${verdict}`) });
  };
  return (
    <DataTable
      caption={t("rows.title")}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: "record", label: t("rows.record"), lead: true, cell: ({ title }) => title },
        {
          key: "student",
          label: t("rows.student"),
          cell: (row) => (row.studentName ? `${row.studentName} ${row.studentNumber ?? ""}` : "—"),
        },
        { key: "host", label: t("rows.host"), cell: ({ withName }) => withName ?? "—" },
        { key: "day", label: t("rows.day"), cell: ({ day }) => (day ? absoluteText(day, language) : "—") },
        { key: "counts", label: t("rows.counts"), cell: ({ verdict }) => counts(verdict) },
      ]}
    />
  );
};
