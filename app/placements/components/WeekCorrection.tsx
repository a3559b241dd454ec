import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { DayFields } from "./WeekDays";

/** The hours as they were, and why: for a mentor who does not confirm a week as it stands. */
export const WeekCorrection = ({
  week,
  state,
}: {
  week: { id: string; given: readonly number[] };
  state: FormState | null;
}) => {
  const t = useWords("followup");
  const { any } = useTranslator();
  const own = state && state.typed.record === week.id ? state : null;
  return (
    <details className="mt-2" open={own !== null}>
      <summary>{t("confirm.correct")}</summary>
      <form method="post" className="form">
        <HiddenField name="intent" value="correct" />
        <HiddenField name="record" value={week.id} />
        <DayFields hours={week.given} state={own} prefix={`${week.id}-`} />
        <TextField
          id={`${week.id}-correction`}
          name="correction"
          label={t("confirm.why")}
          hint={t("confirm.whyHint")}
          maxLength={300}
          required
          defaultValue={shown(own, "correction")}
          error={errorFor(own, "correction", any)}
        />
        <Button look="ghost">{t("confirm.saveCorrection")}</Button>
      </form>
    </details>
  );
};
