import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { useTranslator, useWords } from "~/words/use-words";
import { STUDY_FORMS } from "../rules/pack";
import { GENERAL_EXAMS } from "../rules/proficiency";

type Stated = {
  studyForm: string | null;
  entranceScore: number | null;
  examsPassed: string[];
  cityArranged: boolean;
};

/** What the check is based on and only people can say: form of study, entrance score, examinations passed. */
export const StatedFields = ({
  stated,
  state,
  toGeneral,
  school,
}: {
  stated: Stated;
  state: FormState | null | undefined;
  toGeneral: boolean;
  school: boolean;
}) => {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const side = language === "en" ? "en" : "zh";
  return (
    <>
      <div className="form-pair">
        <SelectField
          name="studyForm"
          label={t("field.studyForm")}
          defaultValue={shown(state, "studyForm", stated.studyForm)}
          options={[...STUDY_FORMS, "other"].map((one) => ({
            value: one,
            label: any(`transferRules.form.${one}`),
          }))}
          error={errorFor(state, "studyForm", any)}
        />
        <NumberField
          name="entranceScore"
          label={t("field.entranceScore")}
          hint={t("field.entranceHint")}
          step={0.1}
          min={0}
          max={1000}
          defaultValue={shown(
            state,
            "entranceScore",
            stated.entranceScore === null ? null : stated.entranceScore / 10,
          )}
          error={errorFor(state, "entranceScore", any)}
        />
      </div>
      {toGeneral && (
        <CheckboxGroup
          name="examsPassed"
          label={t("field.examsPassed")}
          inline
          options={GENERAL_EXAMS.map((exam) => ({ value: exam.subject, label: exam.title[side] }))}
          defaultValues={ticked(state, "examsPassed", stated.examsPassed)}
        />
      )}
      {school && (
        <CheckboxField
          name="cityArranged"
          label={t("field.cityArranged")}
          defaultChecked={stated.cityArranged}
        />
      )}
    </>
  );
};
