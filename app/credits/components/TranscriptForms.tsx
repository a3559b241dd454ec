import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { TextField } from "~/ui/form/TextField";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { ConversionPage } from "../queries/conversion-page.server";
import type { TranscriptFault } from "../rules/transcript-columns";

type Props = { page: ConversionPage; state: FormState | null | undefined };

const MOST_BYTES = 2_097_152;

/** What is wrong with which row of the file. */
const Faults = ({ faults }: { faults: readonly TranscriptFault[] }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  if (faults.length === 0) return null;
  return (
    <ul className="mt-2">
      {faults.map((one) => (
        <li key={`${one.line}-${one.field}-${one.key}`}>
          {t("sheet.row", { line: one.line })} · {any(`credits.field.${one.field}`)}：{any(one.key)}
        </li>
      ))}
    </ul>
  );
};

/** The three ways a transcript comes here: a file, the ledger, or typed course by course. */
export const TranscriptForms = ({ page, state }: Props) => {
  const t = useWords("credits");
  const store = useWords("creditStore");
  const { any } = useTranslator();
  const typed = state?.typed.intent === "line" ? state : null;
  const filed = state?.typed.intent === "file" ? state : null;
  const faults = (filed?.findings ?? []) as TranscriptFault[];
  const error = (name: string) => errorFor(typed, name, any);
  const id = (name: string) => (typed ? name : `line-${name}`);
  return (
    <div className="grid gap-5">
      <form method="post" encType="multipart/form-data" className="form" data-upload="">
        <HiddenField name="version" value={page.version} />
        <HiddenField name="intent" value="file" />
        <Upload
          name="file"
          label={t("conversion.import")}
          required
          accept=".xlsx,.csv,.txt"
          types={t("conversion.types")}
          maxBytes={MOST_BYTES}
          error={errorFor(filed, "file", any)}
        />
        <p className="meta">{t("conversion.importHint")}</p>
        <Faults faults={faults} />
        <div>
          <Button look={page.result.lines.length === 0 ? "primary" : "ghost"}>
            {t("conversion.importAct")}
          </Button>
        </div>
      </form>
      {page.stored && (
        <form method="post">
          <HiddenField name="version" value={page.version} />
          <p className="meta">{store("take.there", page.stored)}</p>
          <Button look="ghost" name="intent" value="store">
            {store("take.act")}
          </Button>
        </form>
      )}
      <form method="post">
        <HiddenField name="version" value={page.version} />
        <Button look="quiet" name="intent" value="ledger">
          {t("conversion.takeLedger")}
        </Button>
      </form>
      <details open={typed !== null}>
        <summary>{t("conversion.addLine")}</summary>
        <form method="post" className="form mt-3">
          <HiddenField name="version" value={page.version} />
          <HiddenField name="intent" value="line" />
          <div className="form-pair">
            <TextField
              id={id("code")}
              name="code"
              label={t("field.code")}
              required
              maxLength={30}
              defaultValue={shown(typed, "code")}
              error={error("code")}
            />
            <TextField
              id={id("name")}
              name="name"
              label={t("field.name")}
              required
              maxLength={60}
              defaultValue={shown(typed, "name")}
              error={error("name")}
            />
          </div>
          <div className="form-pair">
            <NumberField
              id={id("credits")}
              name="credits"
              label={t("field.credits")}
              required
              min={0}
              max={60}
              step={0.01}
              defaultValue={shown(typed, "credits")}
              error={error("credits")}
            />
            <NumberField
              id={id("hours")}
              name="hours"
              label={t("field.hours")}
              min={0}
              max={2000}
              defaultValue={shown(typed, "hours")}
              error={error("hours")}
            />
          </div>
          <div className="form-pair">
            <TextField
              id={id("grade")}
              name="grade"
              label={t("field.grade")}
              required
              maxLength={20}
              defaultValue={shown(typed, "grade")}
              error={error("grade")}
            />
            <TextField
              id={id("term")}
              name="term"
              label={t("field.term")}
              required
              maxLength={20}
              defaultValue={shown(typed, "term", "1-1")}
              error={error("term")}
            />
          </div>
          <div>
            <Button look="ghost">{t("conversion.addAct")}</Button>
          </div>
        </form>
      </details>
    </div>
  );
};
