import { fieldErrors } from "~/identity/components/field-errors";
import type { FormState } from "~/platform/http/form-state";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator, useWords } from "~/words/use-words";

const COHORT = /^cohorts\[(\d+)\]\.(entryYear|students|practiceFrom|practiceTo)$/;

/** What must be corrected in a programme, rows of cohorts included, each line leading to its field. */
export const ProgrammeErrors = ({ state }: { state: FormState | null }) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  if (!state) return null;
  const labels: Record<string, string> = {
    major: t("programmes.major"),
    name: t("programmes.name"),
    seats: t("programmes.seats"),
    practiceShare: t("programmes.practiceShare"),
    cohorts: t("programmes.cohorts"),
    introduction: t("programmes.introduction"),
  };
  for (const { field } of state.fields) {
    const [, row, column] = COHORT.exec(field) ?? [];
    if (row && column) labels[field] = `${t(`programmes.${column as "students"}`)} ${Number(row) + 1}`;
  }
  return (
    <FormErrors
      errors={fieldErrors(state, labels, any)}
      message={any(state.message.key, state.message.values)}
    />
  );
};
