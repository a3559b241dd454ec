import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { FieldError } from "~/ui/form/Field";
import { NumberField } from "~/ui/form/NumberField";
import { useTranslator, useWords } from "~/words/use-words";
import { MOST_COHORTS } from "../schema";

export type CohortValues = {
  entryYear: number;
  students: number;
  practiceFrom: string | null;
  practiceTo: string | null;
};

type CohortRowsProps = { stored: readonly CohortValues[]; rows: number; state: FormState | null };

/** A row for each intake. Empty rows stand for nothing; "more rows" sends the form and comes back with more. */
export const CohortRows = ({ stored, rows, state }: CohortRowsProps) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  return (
    <fieldset className="field">
      <legend>{t("programmes.cohorts")}</legend>
      <div className="hint">{t("programmes.cohortsHint")}</div>
      {Array.from({ length: rows }, (_, index) => {
        const row = stored[index];
        const name = (field: string) => `cohorts[${index}].${field}`;
        const labelled = (label: string) => `${label} ${index + 1}`;
        return (
          <div
            key={name("row")}
            className="grid grid-cols-[7em_7em_1fr_1fr] gap-3 border-t border-(--line) py-3 max-sm:grid-cols-2"
          >
            <NumberField
              name={name("entryYear")}
              label={labelled(t("programmes.entryYear"))}
              error={errorFor(state, name("entryYear"), any)}
              defaultValue={shown(state, name("entryYear"), row?.entryYear)}
              min={2000}
              max={2100}
            />
            <NumberField
              name={name("students")}
              label={labelled(t("programmes.students"))}
              error={errorFor(state, name("students"), any)}
              defaultValue={shown(state, name("students"), row?.students)}
              min={1}
            />
            <DateField
              name={name("practiceFrom")}
              label={labelled(t("programmes.practiceFrom"))}
              error={errorFor(state, name("practiceFrom"), any)}
              defaultValue={shown(state, name("practiceFrom"), row?.practiceFrom)}
            />
            <DateField
              name={name("practiceTo")}
              label={labelled(t("programmes.practiceTo"))}
              error={errorFor(state, name("practiceTo"), any)}
              defaultValue={shown(state, name("practiceTo"), row?.practiceTo)}
            />
          </div>
        );
      })}
      <FieldError id="cohorts" error={errorFor(state, "cohorts", any)} />
      {rows < MOST_COHORTS && (
        <Button look="quiet" small icon="plus" name="intent" value="more" formNoValidate>
          {t("programmes.moreRows")}
        </Button>
      )}
    </fieldset>
  );
};
