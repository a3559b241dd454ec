import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { useTranslator, useWords } from "~/words/use-words";
import type { PathwayPageData } from "../queries/pathway-page.server";

/** The next intake year, opened by the school on whose roll its students are. */
export const OpenCohort = ({
  page,
  state,
  submissionKey,
}: {
  page: PathwayPageData;
  state: FormState | null;
  submissionKey: string;
}) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  const latest = page.cohorts[0]?.intakeYear;
  return (
    <form method="post" className="row mt-4 items-end">
      <HiddenField name="intent" value="cohort" />
      <HiddenField name="submissionKey" value={submissionKey} />
      <NumberField
        name="intakeYear"
        label={t("field.intakeYear")}
        required
        min={2015}
        max={2100}
        defaultValue={shown(state, "intakeYear", latest ? latest + 1 : page.firstIntake)}
        error={errorFor(state, "intakeYear", any)}
      />
      <NumberField
        name="enrolled"
        label={t("field.enrolled")}
        unit={t("cohort.people")}
        required
        min={1}
        max={2_000}
        defaultValue={shown(state, "enrolled")}
        error={errorFor(state, "enrolled", any)}
      />
      <Button look="ghost">{t("page.openCohort")}</Button>
    </form>
  );
};
