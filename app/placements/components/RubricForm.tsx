import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { RubricDraft } from "../queries/rubrics.server";
import { MOST_PARTS } from "../rubric-schema";

type Props = { draft: RubricDraft; today: string; state: FormState | null };

/** Ten lines of parts, each with who scores it and its weight; empty lines are left out. */
export const RubricForm = ({ draft, today, state }: Props) => {
  const t = useWords("rubrics");
  const { any } = useTranslator();
  const sides = [
    { value: "school", label: t("by.school") },
    { value: "host", label: t("by.host") },
  ];
  const lines = Array.from({ length: MOST_PARTS }, (_, index) => draft.parts[index] ?? null);
  return (
    <form method="post" className="form mt-6" data-draft={`rubric-${draft.code}`}>
      <HiddenField name="major" value={draft.code} />
      <DateField
        name="validFrom"
        label={t("field.validFrom")}
        hint={t("validFromHint")}
        min={today}
        required
        defaultValue={shown(state, "validFrom", today)}
        error={errorFor(state, "validFrom", any)}
      />
      <Section id="parts" title={t("parts")}>
        <p className="hint">{t("partsHint")}</p>
        {lines.map((line, index) => {
          const name = (field: string) => `parts[${index}].${field}`;
          const label = (field: "name" | "by" | "weight") =>
            t("line", { line: index + 1, field: t(`field.${field}`) });
          return (
            <div
              key={name("line")}
              className="grid gap-2 border-t py-3 md:grid-cols-[1fr_10rem_8rem] md:gap-x-4"
            >
              <TextField
                name={name("name")}
                label={label("name")}
                bare
                placeholder={label("name")}
                maxLength={40}
                required={index === 0}
                defaultValue={shown(state, name("name"), line?.name)}
                error={errorFor(state, name("name"), any)}
              />
              <SelectField
                name={name("by")}
                label={label("by")}
                bare
                empty={t("field.by")}
                required={index === 0}
                options={sides}
                defaultValue={shown(state, name("by"), line?.by)}
                error={errorFor(state, name("by"), any)}
              />
              <NumberField
                name={name("weight")}
                label={label("weight")}
                bare
                unit="%"
                min={0}
                max={100}
                required={index === 0}
                defaultValue={shown(state, name("weight"), line ? line.weightBp / 100 : null)}
                error={errorFor(state, name("weight"), any)}
              />
            </div>
          );
        })}
      </Section>
      <TextArea
        name="competences"
        label={t("field.competences")}
        hint={
          draft.courses.length > 0
            ? t("competencesHintCourses", { courses: draft.courses.join("、") })
            : t("competencesHint")
        }
        rows={5}
        maxLength={1000}
        defaultValue={shown(state, "competences", draft.competences.join("\n"))}
        error={errorFor(state, "competences", any)}
      />
      <NumberField
        name="credits"
        label={t("creditsPerWeek")}
        min={0}
        max={5}
        step={0.1}
        required
        defaultValue={shown(state, "credits", draft.credits)}
        error={errorFor(state, "credits", any)}
      />
      <Button>{t("save")}</Button>
    </form>
  );
};
