import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import type { Language } from "~/platform/i18n/words";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { CohortPage } from "../queries/apply-page.server";
import { PlaceTerms } from "./PlaceTerms";

type CohortFormProps = {
  page: CohortPage;
  chosen: { programme: string | null; className: string | null };
  language: Language;
  state: FormState | null;
  submissionKey: string;
};

/** A school's application for a class: choose the class, then its students, with what stands against each. */
export const CohortForm = ({ page, chosen, language, state, submissionKey }: CohortFormProps) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const fit = page.students.filter((one) => !one.applied && one.blocks.length === 0);
  const why = (student: CohortPage["students"][number]): string =>
    student.applied
      ? t("apply.applied")
      : student.blocks.length === 0
        ? t("apply.fits")
        : student.blocks.map((title) => (language === "en" ? title.en : title.zh)).join("；");
  return (
    <div className="cols">
      <div className="stack">
        <form method="get" className="row items-end">
          <HiddenField name="listing" value={page.listing.id} />
          <SelectField
            name="programme"
            label={t("apply.programme")}
            defaultValue={chosen.programme}
            autoSubmit
            options={page.programmes.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SelectField
            name="className"
            label={t("apply.class")}
            defaultValue={chosen.className}
            autoSubmit
            options={page.classes.map((name) => ({ value: name, label: name }))}
          />
          <Button look="quiet">{t("act.show")}</Button>
        </form>
        {!page.chosen && <p className="meta">{t("apply.pick")}</p>}
        {page.chosen && page.students.length === 0 && <p className="meta">{t("apply.noStudents")}</p>}
        {page.students.length > 0 && (
          <form method="post">
            <HiddenField name="submissionKey" value={submissionKey} />
            <HiddenField name="listing" value={page.listing.id} />
            <CheckboxGroup
              name="students"
              label={t("apply.students")}
              required
              error={errorFor(state, "students", any)}
              defaultValues={ticked(
                state,
                "students",
                fit.map((one) => one.id),
              )}
              options={page.students.map((student) => ({
                value: student.id,
                label: `${student.name} · ${student.className}`,
                hint: why(student),
                disabled: student.applied || student.blocks.length > 0,
              }))}
            />
            <TextArea
              name="message"
              label={t("apply.message2")}
              rows={3}
              maxLength={1000}
              defaultValue={shown(state, "message")}
            />
            <Button>{t("act.submitClass")}</Button>
          </form>
        )}
      </div>
      <aside className="stack">
        <Section id="terms" title={t("apply.terms")}>
          <PlaceTerms terms={page.terms} />
        </Section>
        <Section id="next" title={t("apply.next")}>
          <p className="meta mt-3">{t("apply.classText")}</p>
        </Section>
      </aside>
    </div>
  );
};
