import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { FieldError, fieldWiring } from "~/ui/form/Field";
import { useTranslator, useWords } from "~/words/use-words";
import { MOST_COHORTS } from "../schema";

export type CohortValues = {
  entryYear: number;
  students: number;
  practiceFrom: string | null;
  practiceTo: string | null;
};

type CohortRowsProps = { stored: readonly CohortValues[]; rows: number; state: FormState | null };

const COLUMNS = [
  { field: "entryYear", type: "number", min: 2000, max: 2100 },
  { field: "students", type: "number", min: 1, max: undefined },
  { field: "practiceFrom", type: "date", min: undefined, max: undefined },
  { field: "practiceTo", type: "date", min: undefined, max: undefined },
] as const;

type CellProps = {
  column: (typeof COLUMNS)[number];
  name: string;
  stored: string | number | null;
  state: FormState | null;
};

/** One value of a row: any may stay empty, so none is marked as optional. */
const Cell = ({ column, name, stored, state }: CellProps) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const label = t(`programmes.${column.field}`);
  const error = errorFor(state, name, any);
  return (
    <div className={error ? "field invalid" : "field"}>
      <label htmlFor={name}>{label}</label>
      <input
        {...fieldWiring({ name, label, ...(error ? { error } : {}) })}
        className="input num"
        type={column.type}
        min={column.min}
        max={column.max}
        defaultValue={shown(state, name, stored)}
      />
      <FieldError id={name} {...(error ? { error } : {})} />
    </div>
  );
};

/** A row for each intake. Empty rows stand for nothing; "more rows" sends the form and comes back with more. */
export const CohortRows = ({ stored, rows, state }: CohortRowsProps) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const problem = errorFor(state, "cohorts", any);
  return (
    <fieldset className="field" id="cohorts">
      <legend>{t("programmes.cohorts")}</legend>
      <div className="hint">{t("programmes.cohortsHint")}</div>
      {Array.from({ length: rows }, (_, index) => (
        <div
          key={`row-${index + 1}`}
          role="group"
          aria-label={t("programmes.row", { number: index + 1 })}
          className="grid grid-cols-[7em_7em_1fr_1fr] gap-3 border-t border-(--line) py-3 max-sm:grid-cols-2"
        >
          {COLUMNS.map((column) => (
            <Cell
              key={column.field}
              column={column}
              name={`cohorts[${index}].${column.field}`}
              stored={stored[index]?.[column.field] ?? null}
              state={state}
            />
          ))}
        </div>
      ))}
      <FieldError id="cohorts" {...(problem ? { error: problem } : {})} />
      {rows < MOST_COHORTS && (
        <Button look="quiet" small icon="plus" name="intent" value="more" formNoValidate>
          {t("programmes.moreRows")}
        </Button>
      )}
    </fieldset>
  );
};
