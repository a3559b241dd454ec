import { moneyText } from "~/ui/amount";
import { DataTable } from "~/ui/DataTable";
import { useWords } from "~/words/use-words";
import type { BenefitLine } from "../rules/recognition/progress";

const COLUMNS = [
  ["investment", "investmentFen"],
  ["surcharge", "surchargeFen"],
  ["credit", "creditFen"],
  ["offset", "offsetFen"],
  ["carried", "carriedFen"],
] as const;

/** The surcharge offset by year with what is carried on. */
export const BenefitTable = ({ lines }: { lines: readonly BenefitLine[] }) => {
  const t = useWords("recognition");
  return (
    <DataTable
      caption={t("benefit.title")}
      captionHidden
      rows={lines}
      rowKey={(line) => String(line.year)}
      columns={[
        { key: "year", label: t("benefit.year"), lead: true, cell: (line) => line.year },
        ...COLUMNS.map(([label, key]) => ({
          key,
          label: t(`benefit.${label}`),
          numeric: true,
          cell: (line: BenefitLine) => moneyText(line[key]),
        })),
      ]}
    />
  );
};
