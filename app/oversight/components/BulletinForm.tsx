import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { BulletinsPage } from "../queries/bulletins-page.server";
import { BULLETIN_PARTS, MOST_INDICATORS } from "../rules/bulletins/content";
import { RHYTHMS } from "../rules/bulletins/rhythm";
import { INDICATOR_TABLES } from "../rules/indicators/indicator";

type BulletinFormProps = {
  page: BulletinsPage;
  state: FormState | undefined;
  submissionKey: string;
  /** ranking is for the owner of the authority to allow */
  mayRank: boolean;
};

/** Defines a bulletin: what it tells, how often, on which day. */
export const BulletinForm = ({ page, state, submissionKey, mayRank }: BulletinFormProps) => {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { any, language } = useTranslator();
  const label = ({ title }: BulletinsPage["choices"][number]) => (language === "en" ? title.en : title.zh);
  const of = (table: string) => page.choices.filter((one) => one.table === table);
  const chosen = ticked(state, "indicators");
  return (
    <Section id="define" title={t("bulletin.define")}>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="define" />
        <HiddenField name="submissionKey" value={submissionKey} />
        <TextField
          name="title"
          label={t("bulletin.title")}
          required
          maxLength={60}
          defaultValue={shown(state, "title")}
          error={errorFor(state, "title", any)}
        />
        <RadioGroup
          name="rhythm"
          label={t("bulletin.rhythm")}
          required
          inline
          defaultValue={shown(state, "rhythm", "monthly")}
          error={errorFor(state, "rhythm", any)}
          options={RHYTHMS.map((value) => ({ value, label: t(`bulletin.rhythms.${value}`) }))}
        />
        <NumberField
          name="day"
          label={t("bulletin.day")}
          hint={t("bulletin.dayHint")}
          required
          min={1}
          max={28}
          defaultValue={shown(state, "day", 5)}
          error={errorFor(state, "day", any)}
        />
        <CheckboxGroup
          name="parts"
          label={t("bulletin.further")}
          defaultValues={ticked(state, "parts", BULLETIN_PARTS)}
          options={BULLETIN_PARTS.map((value) => ({ value, label: t(`bulletin.parts.${value}`) }))}
        />
        <fieldset className="field">
          <legend>{t("bulletin.figures")}</legend>
          <div className="hint">{t("bulletin.figuresHint", { most: MOST_INDICATORS })}</div>
          {errorFor(state, "indicators", any) && (
            <p className="error" id="indicators">
              {errorFor(state, "indicators", any)}
            </p>
          )}
          {INDICATOR_TABLES.map((table) => (
            <details key={table} open={of(table).some(({ id }) => chosen.includes(id))}>
              <summary className="min-h-11 content-center">{figures(`table.${table}`)}</summary>
              <CheckboxGroup
                name="indicators"
                id={`indicators-${table}`}
                label={figures(`table.${table}`)}
                bare
                defaultValues={chosen}
                options={of(table).map((one) => ({ value: one.id, label: label(one) }))}
              />
            </details>
          ))}
        </fieldset>
        {mayRank && (
          <SelectField
            name="rankedBy"
            label={t("bulletin.rankedBy")}
            hint={t("bulletin.rankedHint")}
            empty={t("bulletin.noRanking")}
            defaultValue={shown(state, "rankedBy")}
            error={errorFor(state, "rankedBy", any)}
            options={INDICATOR_TABLES.map((table) => ({
              group: figures(`table.${table}`),
              options: of(table).map((one) => ({ value: one.id, label: label(one) })),
            }))}
          />
        )}
        <div>
          <Button>{t("bulletin.act")}</Button>
        </div>
      </form>
    </Section>
  );
};
