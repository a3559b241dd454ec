import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { Indicator } from "../rules/indicators/indicator";

type TargetFormProps = {
  choices: readonly Pick<Indicator, "id" | "title" | "unit">[];
  today: string;
  submissionKey: string;
  state: FormState | undefined;
};

/** Sets a target: which figure, how much, by when, for what, who answers for it. */
export const TargetForm = ({ choices, today, submissionKey, state }: TargetFormProps) => {
  const t = useWords("indicators");
  const { any, language } = useTranslator();
  const typed = state?.typed.intent === "set" ? state : undefined;
  const field = (name: string) => ({
    name,
    required: true,
    defaultValue: shown(typed, name),
    error: errorFor(typed, name, any),
  });
  return (
    <Section id="set-target" title={t("target.set")}>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="set" />
        <HiddenField name="submissionKey" value={submissionKey} />
        <SelectField
          {...field("indicator")}
          label={t("target.indicator")}
          options={choices.map(({ id, title }) => ({
            value: id,
            label: language === "en" ? title.en : title.zh,
          }))}
        />
        <NumberField
          {...field("goal")}
          label={t("target.goal")}
          hint={t("target.goalHint")}
          step="any"
          min={0}
        />
        <DateField {...field("dueOn")} label={t("target.dueOn")} hint={t("target.dueHint")} min={today} />
        <TextField {...field("project")} label={t("target.project")} hint={t("target.projectHint")} />
        <TextField {...field("ownerName")} label={t("target.ownerName")} />
        <div>
          <Button>{t("target.act")}</Button>
        </div>
      </form>
    </Section>
  );
};
