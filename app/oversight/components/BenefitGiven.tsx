import { moneyText } from "~/ui/amount";
import { DataTable } from "~/ui/DataTable";
import { useWords } from "~/words/use-words";
import type { GivenLine } from "../rules/recognition/given";

const hours = (minutes: number): string => Math.round(minutes / 60).toLocaleString("en");

/** Graduates kept, recruitment not paid for, hours and visits given, year by year, from records. */
export const BenefitGiven = ({ lines }: { lines: readonly GivenLine[] }) => {
  const t = useWords("reports");
  if (lines.length === 0) return <p className="meta mt-2">{t("given.none")}</p>;
  return (
    <>
      <DataTable
        caption={t("given.title")}
        rows={lines}
        rowKey={({ year }) => String(year)}
        columns={[
          { key: "year", label: t("given.year"), lead: true, cell: ({ year }) => year },
          {
            key: "retained",
            label: t("given.retained"),
            numeric: true,
            cell: ({ retained, known }) =>
              retained === null || known === null ? t("given.few") : t("given.of", { retained, known }),
          },
          {
            key: "saved",
            label: t("given.saved"),
            numeric: true,
            cell: ({ savedFen }) => (savedFen === null ? "—" : moneyText(savedFen)),
          },
          {
            key: "hours",
            label: t("given.hours"),
            numeric: true,
            cell: ({ minutes, weeks }) => t("given.hoursIn", { hours: hours(minutes), weeks }),
          },
          { key: "mentors", label: t("given.mentors"), numeric: true, cell: ({ mentors }) => mentors },
          { key: "visits", label: t("given.visits"), numeric: true, cell: ({ visits }) => visits },
        ]}
      />
      <p className="meta mt-2">{t("given.text")}</p>
    </>
  );
};
