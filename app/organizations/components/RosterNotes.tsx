import { Notice } from "~/ui/Notice";
import { useTranslator, useWords } from "~/words/use-words";

type RosterNotesProps = {
  report: {
    fields: readonly string[];
    missing: readonly string[];
    unknown: readonly string[];
    repeated: readonly string[];
    otherSheets: readonly string[];
    corrected: number;
  };
};

/** How the file was understood: columns read, missing, not read, named twice, and sheets left aside. */
export const RosterNotes = ({ report }: RosterNotesProps) => {
  const t = useWords("students");
  const { any } = useTranslator();
  const comma = any("consents.comma");
  const named = (fields: readonly string[]) =>
    fields.map((field) => any(`students.field.${field}`)).join(comma);
  return (
    <div className="grid gap-3">
      {report.missing.length > 0 && (
        <Notice tone="bad">
          <strong>{t("roster.missing")}</strong>
          <p>{t("roster.missingText", { columns: named(report.missing) })}</p>
        </Notice>
      )}
      {report.fields.length > 0 && (
        <p className="meta">{t("roster.read", { columns: named(report.fields) })}</p>
      )}
      {report.unknown.length > 0 && (
        <p className="meta">{t("roster.unknown", { columns: report.unknown.join(comma) })}</p>
      )}
      {report.repeated.length > 0 && (
        <p className="meta">{t("roster.repeated", { columns: report.repeated.join(comma) })}</p>
      )}
      {report.otherSheets.length > 0 && (
        <p className="meta">{t("roster.otherSheets", { names: report.otherSheets.join(comma) })}</p>
      )}
      {report.corrected > 0 && <p className="meta">{t("roster.corrected", { count: report.corrected })}</p>}
    </div>
  );
};
