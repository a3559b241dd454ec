import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { CohortPageData } from "../queries/cohort-page.server";
import { LEAVING_REASONS } from "../rules/results";

type KeepingProps = { page: CohortPageData; state: FormState | null };

/** Students of the roll put into the year, by number or a whole class. */
export const AddStudents = ({ page, state }: KeepingProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <Section id="add" title={t("cohort.add")}>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="add" />
        <TextArea
          name="numbers"
          label={t("field.numbers")}
          hint={t("cohort.addHint")}
          rows={4}
          maxLength={20_000}
          defaultValue={shown(state, "numbers")}
          error={errorFor(state, "numbers", any)}
        />
        <SelectField
          name="className"
          label={t("field.className")}
          hint={t("cohort.classHint")}
          empty={t("cohort.classNone")}
          options={page.classes.map((one) => ({
            value: one.name,
            label: t("cohort.classOption", one),
          }))}
          defaultValue={shown(state, "className")}
          error={errorFor(state, "className", any)}
        />
        <div>
          <Button look={page.members.length > 0 ? "ghost" : "primary"}>{t("cohort.addAct")}</Button>
        </div>
      </form>
    </Section>
  );
};

/** Who left and why; or was put in by mistake. */
export const NoteLeaving = ({ page, state }: KeepingProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  const inside = page.members.filter((one) => one.state !== "left");
  if (inside.length === 0) return null;
  return (
    <Section id="leave" title={t("cohort.leave")}>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="leave" />
        <SelectField
          name="member"
          label={t("field.member")}
          required
          options={inside.map((one) => ({ value: one.id, label: `${one.name} ${one.number}` }))}
          defaultValue={shown(state, "member")}
          error={errorFor(state, "member", any)}
        />
        <SelectField
          name="leaving"
          label={t("field.leaving")}
          hint={t("cohort.leaveNote")}
          required
          options={[...LEAVING_REASONS, "mistake"].map((value) => ({
            value,
            label: any(`articulation.cohort.reason.${value}`),
          }))}
          defaultValue={shown(state, "leaving")}
          error={errorFor(state, "leaving", any)}
        />
        <div>
          <ConfirmButton
            id="dialog-leave"
            label={t("cohort.leaveAct")}
            question={t("cohort.leave")}
            look="ghost"
          />
        </div>
      </form>
    </Section>
  );
};

/** How many were enrolled, and the day of the examination. */
export const ChangeCohort = ({ page, state }: KeepingProps) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  return (
    <Section id="change" title={t("cohort.change")}>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="change" />
        <HiddenField name="version" value={page.version} />
        <NumberField
          name="enrolled"
          label={t("field.enrolled")}
          unit={t("cohort.people")}
          required
          min={1}
          max={2_000}
          defaultValue={shown(state, "enrolled", page.enrolled)}
          error={errorFor(state, "enrolled", any)}
        />
        <DateField
          name="examinationOn"
          label={t("field.examinationOn")}
          required
          defaultValue={shown(state, "examinationOn", page.examinationOn)}
          error={errorFor(state, "examinationOn", any)}
        />
        <div>
          <Button look="ghost">{t("cohort.changeAct")}</Button>
        </div>
      </form>
    </Section>
  );
};
