import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { MOST_BYTES } from "~/platform/sheets/sheet";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { SheetsPage } from "../queries/sheets-page.server";
import type { ShiftFinding } from "../rules/supplied/shift";

/** Where a filled-in sheet is uploaded; a sheet whose columns are out of place is told which ones and what they hold. */
export const SheetUpload = ({ page, state }: { page: SheetsPage; state: FormState | undefined }) => {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any } = useTranslator();
  const shifted = (state?.findings ?? []) as ShiftFinding[];
  const labels: Record<string, string> = {
    file: t("sheets.file"),
    table: t("sheets.table"),
    year: t("sheets.year"),
  };
  return (
    <Section id="upload" title={t("sheets.upload")}>
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map(({ field, key, values }) => ({
            field,
            label: labels[field] ?? t("sheets.file"),
            message: any(key, values),
          }))}
        />
      )}
      {shifted.length > 0 && (
        <ul className="mt-3">
          {shifted.map(({ column, header, seems }) => (
            <li key={column}>{t("sheet.columnSeems", { column, header, seems: t(`column.${seems}`) })}</li>
          ))}
        </ul>
      )}
      <form method="post" encType="multipart/form-data" data-upload="" className="form mt-3">
        <HiddenField name="year" value={page.year} />
        <SelectField
          name="table"
          label={t("sheets.table")}
          required
          defaultValue={shown(state, "table")}
          error={errorFor(state, "table", any)}
          options={page.tables.map(({ table }) => ({
            value: table,
            label: t("sheet.title", { table: figures(`table.${table}`), year: page.year }),
          }))}
        />
        <Upload
          name="file"
          label={t("sheets.file")}
          accept=".xlsx,.csv"
          types={t("sheets.types")}
          maxBytes={MOST_BYTES}
          required
          error={errorFor(state, "file", any)}
        />
        <div>
          <Button icon="upload">{t("sheets.act")}</Button>
        </div>
      </form>
    </Section>
  );
};
