import type { ReactNode } from "react";
import { errorFor, type FormState } from "~/platform/http/form-state";
import type { ImportState } from "~/platform/imports/import-kind";
import { MOST_BYTES } from "~/platform/sheets/sheet";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";

type Recent = { id: string; fileName: string; state: ImportState; at: string; rows: number };

type ImportUploadProps = {
  kind: "listings" | "posts" | "programmes" | "outcomes" | "courses" | "pay" | "articulation";
  required: string;
  state: FormState | null;
  recent: readonly Recent[];
  now: string;
  /** Fields beside the file. */
  children?: ReactNode;
  labels?: Readonly<Record<string, string>>;
  templates: ReactNode;
};

/** Where a spreadsheet is uploaded: what happens, how it is filled in, templates, and the imports so far. */
export const ImportUpload = (props: ImportUploadProps) => {
  const { kind, required, state, recent, now, children, labels = {}, templates } = props;
  const t = useWords("imports");
  const { any } = useTranslator();
  return (
    <div className="stack mt-5">
      <form method="post" encType="multipart/form-data" data-upload="" className="form max-w-[640px]">
        <p>{t("text")}</p>
        {state && (
          <FormErrors
            errors={state.fields.map(({ field, key, values }) => ({
              field,
              label: labels[field] ?? t("file"),
              message: any(key, values),
            }))}
            message={any(state.message.key, state.message.values)}
          />
        )}
        {children}
        <Upload
          name="file"
          label={t("file")}
          accept=".xlsx,.csv,.txt"
          types={t("types")}
          maxBytes={MOST_BYTES}
          required
          error={errorFor(state, "file", any)}
        />
        <div className="form-end">
          <Button icon="upload">{t("submit")}</Button>
        </div>
      </form>
      <Section title={t("columns")} id="columns">
        <p className="mt-2">{t("columnsText")}</p>
        <p>{t("howRequired", { columns: required })}</p>
        <p>{t(`howKey.${kind}`)}</p>
        <div className="row mt-3">{templates}</div>
      </Section>
      {recent.length > 0 && (
        <Section title={t("recent")} id="recent">
          <ul className="mt-2">
            {recent.map((one) => (
              <li key={one.id} className="between border-b border-line py-2">
                <a href={`/organization/imports/${one.id}`}>{one.fileName}</a>
                <span className="meta">
                  {t(`state.${one.state}`)} · <span className="num">{t("rows", { total: one.rows })}</span> ·{" "}
                  <RelativeDate at={one.at} now={now} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
};
