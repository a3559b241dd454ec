import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { MakeUpPage } from "../queries/makeup-page.server";

type Props = { page: MakeUpPage; state: FormState | null | undefined; submissionKey: string };

const useFor = (state: Props["state"], intent: string) => {
  const { any } = useTranslator();
  const mine = state?.typed.intent === intent ? state : null;
  return { mine, error: (name: string) => errorFor(mine, name, any) };
};

const Plan = ({ page, state }: Props) => {
  const t = useWords("credits");
  const { mine, error } = useFor(state, "plan");
  return (
    <Section id="plan" title={t("makeup.plan")}>
      <form method="post" className="form mt-3">
        <HiddenField name="version" value={page.version} />
        <HiddenField name="intent" value="plan" />
        <SelectField
          name="tutor"
          label={t("field.tutor")}
          required
          options={page.tutors.map((one) => ({ value: one.id, label: one.name }))}
          defaultValue={shown(mine, "tutor", page.tutorId)}
          error={error("tutor")}
        />
        <DateField
          id={mine ? "fromOn" : "plan-from"}
          name="fromOn"
          label={t("field.fromOn")}
          required
          defaultValue={shown(mine, "fromOn", page.fromOn)}
          error={error("fromOn")}
        />
        <DateField
          id={mine ? "untilOn" : "plan-until"}
          name="untilOn"
          label={t("field.untilOn")}
          required
          defaultValue={shown(mine, "untilOn", page.untilOn)}
          error={error("untilOn")}
        />
        <div>
          <Button look={page.tutorId ? "ghost" : "primary"}>{t("makeup.planAct")}</Button>
        </div>
      </form>
    </Section>
  );
};

const Settle = ({ page, state }: Props) => {
  const t = useWords("credits");
  const { mine, error } = useFor(state, "settle");
  return (
    <Section id="settle" title={t("makeup.settle")}>
      <form method="post" className="form mt-3">
        <HiddenField name="version" value={page.version} />
        <HiddenField name="intent" value="settle" />
        <RadioGroup
          name="outcome"
          label={t("makeup.result")}
          required
          inline
          options={[
            { value: "passed", label: t("makeup.passed") },
            { value: "not_passed", label: t("makeup.notPassed") },
          ]}
          defaultValue={shown(mine, "outcome")}
          error={error("outcome")}
        />
        <TextField
          name="grade"
          label={t("field.grade")}
          required
          maxLength={20}
          defaultValue={shown(mine, "grade")}
          error={error("grade")}
        />
        <TextField
          name="result"
          label={t("field.result")}
          maxLength={500}
          defaultValue={shown(mine, "result")}
          error={error("result")}
        />
        <div>
          <Button>{t("makeup.settleAct")}</Button>
        </div>
      </form>
    </Section>
  );
};

const Extend = ({ page, state }: Props) => {
  const t = useWords("credits");
  const { mine, error } = useFor(state, "extend");
  return (
    <details open={mine !== null}>
      <summary>{t("makeup.extend")}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="version" value={page.version} />
        <HiddenField name="intent" value="extend" />
        <DateField
          id={mine ? "untilOn" : "extend-until"}
          name="untilOn"
          label={t("field.untilOn")}
          required
          min={page.today}
          defaultValue={shown(mine, "untilOn", page.later)}
          error={error("untilOn")}
        />
        <TextField
          name="reason"
          label={t("field.reason")}
          required
          maxLength={500}
          defaultValue={shown(mine, "reason")}
          error={error("reason")}
        />
        <div>
          <Button look="ghost">{t("makeup.extendAct")}</Button>
        </div>
      </form>
    </details>
  );
};

/** Noting how far it has come. */
export const NoteForm = ({ state, submissionKey }: Props) => {
  const t = useWords("credits");
  const { mine, error } = useFor(state, "note");
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="submissionKey" value={submissionKey} />
      <HiddenField name="intent" value="note" />
      <TextArea
        name="text"
        label={t("makeup.note")}
        required
        rows={2}
        maxLength={1000}
        defaultValue={shown(mine, "text")}
        error={error("text")}
      />
      <div>
        <Button look="ghost">{t("makeup.noteAct")}</Button>
      </div>
    </form>
  );
};

/** What the reader may do with an owed course: plan it, enter its result, give it more time. */
export const MakeUpForms = (props: Props) => {
  const { page } = props;
  if (page.voice === "reads") return null;
  const open = page.stored === "planned";
  return (
    <>
      {open && (page.tutorId || page.voice === "tutors") && <Settle {...props} />}
      {open && page.voice === "plans" && <Plan {...props} />}
      {(open || page.stored === "not_passed") && <Extend {...props} />}
    </>
  );
};
