import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

type StudentCorrectionProps = {
  student: {
    version: number;
    name: string;
    sex: string;
    className: string;
    programmeId: string;
    entryYear: number;
    programmes: readonly { id: string; name: string }[];
  };
  state: FormState | null;
};

/** Corrects one record; sealed fields start empty and stay as they are when left so. */
export const StudentCorrectionForm = ({ student, state }: StudentCorrectionProps) => {
  const t = useWords("students");
  const { any } = useTranslator();
  const error = (name: string) => errorFor(state, name, any);
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="intent" value="correct" />
      <HiddenField name="version" value={student.version} />
      <TextField
        name="name"
        label={t("field.name")}
        maxLength={40}
        required
        defaultValue={shown(state, "name", student.name)}
        error={error("name")}
      />
      <RadioGroup
        name="sex"
        label={t("field.sex")}
        inline
        required
        defaultValue={shown(state, "sex", student.sex)}
        options={(["male", "female"] as const).map((one) => ({ value: one, label: t(`sex.${one}`) }))}
      />
      {student.programmes.length === 0 ? (
        <HiddenField name="programme" value={student.programmeId} />
      ) : (
        <SelectField
          name="programme"
          label={t("field.programme")}
          empty={false}
          required
          defaultValue={shown(state, "programme", student.programmeId)}
          options={student.programmes.map((one) => ({ value: one.id, label: one.name }))}
          error={error("programme")}
        />
      )}
      <TextField
        name="className"
        label={t("field.className")}
        maxLength={40}
        required
        defaultValue={shown(state, "className", student.className)}
        error={error("className")}
      />
      <NumberField
        name="entryYear"
        label={t("field.entryYear")}
        required
        min={2000}
        max={2100}
        defaultValue={shown(state, "entryYear", student.entryYear)}
        error={error("entryYear")}
      />
      <p className="meta">{t("page.correctText")}</p>
      <DateField
        name="birthDate"
        label={t("field.birthDate")}
        defaultValue={shown(state, "birthDate")}
        error={error("birthDate")}
      />
      <TextField
        name="phone"
        type="tel"
        label={t("field.phone")}
        maxLength={20}
        defaultValue={shown(state, "phone")}
        error={error("phone")}
      />
      <TextField
        name="email"
        type="email"
        label={t("field.email")}
        maxLength={254}
        defaultValue={shown(state, "email")}
        error={error("email")}
      />
      <div className="form-end">
        <Button>{t("page.correctSubmit")}</Button>
      </div>
    </form>
  );
};
