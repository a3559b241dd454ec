import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { CodeField } from "~/ui/form/CodeField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { PlanPageData } from "../queries/plan-page.server";

type FieldsProps = { page: PlanPageData; state: FormState | null };

const MOST_PARTS = 4;

/** One stage: the school among those with a running agreement, the major, the seats of a year. */
export const StageFields = ({ page, state, at }: FieldsProps & { at: 0 | 1 }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  const stage = page.stages[at];
  if (!stage) return null;
  const name = (field: string) => `stages[${at}].${field}`;
  const first = t("position.p1");
  const second = t("position.p2");
  return (
    <Section
      id={`stage-${at}`}
      title={`${at === 0 ? first : second} · ${any(`articulation.level.${stage.level}`)} · ${t("years", { years: stage.years })}`}
    >
      <div className="form mt-3">
        <SelectField
          name={name("school")}
          label={t("field.school")}
          options={page.choices.schools.map((one) => ({ value: one.id, label: one.name }))}
          defaultValue={shown(state, name("school"), stage.schoolId)}
          error={errorFor(state, name("school"), any)}
        />
        <div className="form-pair">
          <CodeField
            name={name("major")}
            label={t("field.major")}
            hint={t("plan.majorHint")}
            suggest="/api/v1/majors?q="
            options={stage.majorCode ? [{ value: stage.majorCode, label: stage.majorName }] : []}
            defaultValue={shown(state, name("major"), stage.majorCode)}
            error={errorFor(state, name("major"), any)}
          />
          <NumberField
            name={name("quota")}
            label={t("field.quota")}
            unit={t("plan.seatsUnit")}
            min={0}
            max={2_000}
            defaultValue={shown(state, name("quota"), stage.quota || null)}
            error={errorFor(state, name("quota"), any)}
          />
        </div>
      </div>
    </Section>
  );
};

/** The stage examination: its day of every year, what it asks with weights, the mark that passes. */
export const ExamFields = ({ page, state }: FieldsProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  const [month, day] = (page.examDay ?? "").split("-").map(Number);
  return (
    <Section id="exam" title={t("plan.exam")} aside={t("plan.partHint")}>
      <div className="form mt-3">
        <div className="form-pair">
          <NumberField
            name="examMonth"
            label={t("field.examMonth")}
            unit={t("plan.month")}
            min={1}
            max={12}
            defaultValue={shown(state, "examMonth", month || null)}
            error={errorFor(state, "examMonth", any)}
          />
          <NumberField
            name="examDate"
            label={t("field.examDate")}
            unit={t("plan.day")}
            min={1}
            max={31}
            defaultValue={shown(state, "examDate", day || null)}
            error={errorFor(state, "examDate", any)}
          />
        </div>
        {Array.from({ length: MOST_PARTS }, (_, at) => {
          const part = page.parts[at];
          const name = `parts[${at}].name`;
          const weight = `parts[${at}].weight`;
          const label = t("plan.part", { n: at + 1 });
          return (
            <div key={name} className="form-pair">
              <TextField
                name={name}
                label={`${label} · ${t("field.partName")}`}
                maxLength={40}
                defaultValue={shown(state, name, part?.name)}
                error={errorFor(state, name, any)}
              />
              <NumberField
                name={weight}
                label={`${label} · ${t("field.partWeight")}`}
                unit="%"
                min={0}
                max={100}
                defaultValue={shown(state, weight, part ? part.weightBp / 100 : null)}
                error={errorFor(state, weight, any)}
              />
            </div>
          );
        })}
        <NumberField
          name="pass"
          label={t("field.pass")}
          min={0}
          max={100}
          step="any"
          defaultValue={shown(state, "pass", page.passBp ? page.passBp / 100 : null)}
          error={errorFor(state, "pass", any)}
        />
      </div>
    </Section>
  );
};

/** Enterprises with a running agreement; where there is none, why. */
export const EnterpriseFields = ({ page, state }: FieldsProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <Section id="enterprise" title={t("plan.partners")}>
      {page.choices.enterprises.length === 0 ? (
        <p className="meta mt-3">{t("plan.partnersNone")}</p>
      ) : (
        <div className="mt-3">
          <CheckboxGroup
            bare
            name="enterprises"
            label={t("field.enterprises")}
            options={page.choices.enterprises.map((one) => ({ value: one.id, label: one.name }))}
            defaultValues={ticked(state, "enterprises", page.enterprises)}
            error={errorFor(state, "enterprises", any)}
          />
        </div>
      )}
    </Section>
  );
};
