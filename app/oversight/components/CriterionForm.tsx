import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { FEWEST_CASES } from "../rules/cards/criteria";
import { CARD_MEASURE_LIST } from "../rules/cards/measures";

/** An authority changes one criterion of its region, from a day on and under a document. */
export const CriterionForm = ({
  state,
  today,
  submissionKey,
}: {
  state: FormState | undefined;
  today: string;
  submissionKey: string;
}) => {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  const field = (name: string) => ({
    name,
    required: true,
    defaultValue: shown(state, name),
    error: errorFor(state, name, any),
  });
  return (
    <Section id="adjust" title={t("criteria.adjust")}>
      <p className="meta mt-3">{t("criteria.adjustText")}</p>
      <form method="post" className="form mt-3">
        <HiddenField name="submissionKey" value={submissionKey} />
        <SelectField
          {...field("criterion")}
          label={t("criteria.criterion")}
          options={CARD_MEASURE_LIST.map(({ id, title }) => ({
            value: id,
            label: language === "en" ? title.en : title.zh,
          }))}
        />
        <NumberField
          {...field("yellow")}
          label={t("criteria.yellow")}
          hint={t("criteria.percent")}
          step="any"
          min={0}
          unit="%"
        />
        <NumberField
          {...field("red")}
          label={t("criteria.red")}
          hint={t("criteria.percent")}
          step="any"
          min={0}
          unit="%"
        />
        <NumberField {...field("leastCases")} label={t("criteria.cases")} min={FEWEST_CASES} />
        <DateField {...field("validFrom")} label={t("criteria.validFrom")} min={today} />
        <TextField {...field("document")} label={t("criteria.document")} hint={t("criteria.documentHint")} />
        <TextField {...field("reason")} label={t("criteria.reason")} />
        <div>
          <Button>{t("criteria.act")}</Button>
        </div>
      </form>
    </Section>
  );
};
