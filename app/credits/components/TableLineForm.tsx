import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { creditText } from "../credit-text";
import type { TablePage } from "../queries/table-page.server";
import { EQUIVALENCE_TYPES } from "../rules/convert";

const options = (courses: TablePage["sources"]) =>
  courses.map((one) => ({
    value: one.code,
    label: `${one.code} ${one.name} (${creditText(one.creditsCenti)})`,
  }));

/** One line: a course of the sending school, and what it is at the receiving one. */
export const TableLineForm = ({ page, state }: { page: TablePage; state: FormState | null | undefined }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const error = (name: string) => errorFor(state, name, any);
  const lacking = [page.sources.length === 0 && page.from, page.destinations.length === 0 && page.to].filter(
    (one) => one !== false,
  );
  if (lacking.length > 0) {
    return (
      <>
        {lacking.map((school) => (
          <p key={school} className="mt-3">
            {t("table.noCatalogue", { school })}
          </p>
        ))}
      </>
    );
  }
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="version" value={page.shown?.version ?? 0} />
      <HiddenField name="intent" value="line" />
      <p className="meta">{t("table.addHint")}</p>
      <div className="form-pair">
        <SelectField
          name="sourceCode"
          label={t("table.source", { school: page.from })}
          required
          options={options(page.sources)}
          defaultValue={shown(state, "sourceCode")}
          error={error("sourceCode")}
        />
        <SelectField
          name="destinationCode"
          label={t("table.destination", { school: page.to })}
          options={options(page.destinations)}
          defaultValue={shown(state, "destinationCode")}
          error={error("destinationCode")}
        />
      </div>
      <RadioGroup
        name="type"
        label={t("field.type")}
        required
        options={EQUIVALENCE_TYPES.map((type) => ({
          value: type,
          label: t(`type.${type}`),
          hint: t(`typeHint.${type}`),
        }))}
        defaultValue={shown(state, "type", "same")}
        error={error("type")}
      />
      <div className="form-pair">
        <NumberField
          name="minimum"
          label={t("field.minimum")}
          min={0}
          max={100}
          step={0.5}
          defaultValue={shown(state, "minimum")}
          error={error("minimum")}
        />
        <NumberField
          name="share"
          label={t("field.share")}
          min={1}
          max={100}
          unit="%"
          defaultValue={shown(state, "share")}
          error={error("share")}
        />
      </div>
      <TextField
        name="note"
        label={t("field.note")}
        maxLength={200}
        defaultValue={shown(state, "note")}
        error={error("note")}
      />
      <div>
        <Button>{t("table.addAct")}</Button>
      </div>
    </form>
  );
};
