import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

const WEEKDAYS = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

/** The same hours on the chosen weekdays between two dates. */
export const PlanSessions = ({
  state,
  today,
  submissionKey,
}: {
  state: FormState | undefined;
  today: string;
  submissionKey: string;
}) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  const field = (name: string, stored?: string) => ({
    name,
    label: any(`resources.field.${name}`),
    defaultValue: shown(state, name, stored),
    error: errorFor(state, name, any),
    required: true,
  });
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="submissionKey" value={submissionKey} />
      <div className="form-pair">
        <DateField {...field("from", today)} min={today} />
        <DateField {...field("to", today)} min={today} />
      </div>
      <CheckboxGroup
        name="weekdays"
        label={t("field.weekdays")}
        hint={t("manage.weekdaysHint")}
        inline
        options={WEEKDAYS.map((day, index) => ({ value: String(index + 1), label: t(`weekday.${day}`) }))}
        defaultValues={ticked(state, "weekdays")}
        error={errorFor(state, "weekdays", any)}
      />
      <div className="form-pair">
        <TextField {...field("begins", "09:00")} hint={t("manage.timeHint")} maxLength={5} />
        <TextField {...field("ends", "11:30")} hint={t("manage.timeHint")} maxLength={5} />
      </div>
      <div>
        <Button name="intent" value="plan">
          {t("manage.act")}
        </Button>
      </div>
    </form>
  );
};
