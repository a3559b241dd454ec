import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { CohortRows, type CohortValues } from "./CohortRows";

export type ProgrammeValues = {
  name: string;
  seats: number;
  practiceShare: number | null;
  introduction: string;
  cohorts: readonly CohortValues[];
};

type ProgrammeFieldsProps = { stored: ProgrammeValues | null; rows: number; state: FormState | null };

/** The fields of a programme besides its major. */
export const ProgrammeFields = ({ stored, rows, state }: ProgrammeFieldsProps) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  return (
    <>
      {/* The Enter key sends a form by its first button, which must be the one that saves. */}
      <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
        {t("programmes.save")}
      </button>
      <TextField
        name="name"
        label={t("programmes.name")}
        hint={t("programmes.nameHint")}
        error={errorFor(state, "name", any)}
        defaultValue={shown(state, "name", stored?.name)}
        maxLength={60}
      />
      <div className="form-pair">
        <NumberField
          name="seats"
          label={t("programmes.seats")}
          error={errorFor(state, "seats", any)}
          defaultValue={shown(state, "seats", stored?.seats)}
          min={1}
          required
        />
        <NumberField
          name="practiceShare"
          label={t("programmes.practiceShare")}
          error={errorFor(state, "practiceShare", any)}
          defaultValue={shown(state, "practiceShare", stored?.practiceShare)}
          min={0}
          max={100}
          step="any"
          unit="%"
        />
      </div>
      <HiddenField name="rows" value={rows} />
      <CohortRows stored={stored?.cohorts ?? []} rows={rows} state={state} />
      <TextArea
        name="introduction"
        label={t("programmes.introduction")}
        error={errorFor(state, "introduction", any)}
        defaultValue={shown(state, "introduction", stored?.introduction)}
        maxLength={3000}
      />
    </>
  );
};
