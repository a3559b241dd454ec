import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { COURSE_KINDS } from "../rules/course";

type Stored = {
  code: string;
  name: string;
  kind: string;
  majorCode: string;
  creditsCenti: number;
  hours: number;
  grade: number;
  term: number;
  required: boolean;
  offered: boolean;
};

type Props = {
  state: FormState | null | undefined;
  majors: readonly { code: string; name: string }[];
  today: string;
  submissionKey: string;
  stored?: Stored;
};

const VOCATIONAL = ["public", "foundation", "core", "practice", "elective"];
const GENERAL = ["compulsory", "selective", "elective"];

/** What a course is, and the first day it counts. A known course keeps its code. */
export const CourseFields = ({ state, majors, today, submissionKey, stored }: Props) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const kinds = COURSE_KINDS.filter((kind) => (majors.length > 0 ? VOCATIONAL : GENERAL).includes(kind));
  const error = (name: string) => errorFor(state, name, any);
  const numbers = [1, 2, 3].map((n) => ({ value: String(n), label: String(n) }));
  const checked = (name: "required" | "offered") =>
    state ? state.typed[name] !== undefined : (stored?.[name] ?? true);
  return (
    <>
      <HiddenField name="submissionKey" value={submissionKey} />
      <div className="form-pair">
        {stored ? (
          <HiddenField name="code" value={stored.code} />
        ) : (
          <TextField
            name="code"
            label={t("field.code")}
            required
            maxLength={30}
            defaultValue={shown(state, "code")}
            error={error("code")}
          />
        )}
        <TextField
          name="name"
          label={t("field.name")}
          required
          maxLength={60}
          defaultValue={shown(state, "name", stored?.name)}
          error={error("name")}
        />
      </div>
      <div className="form-pair">
        <SelectField
          name="kind"
          label={t("field.kind")}
          required
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          defaultValue={shown(state, "kind", stored?.kind)}
          error={error("kind")}
        />
        {majors.length > 0 && (
          <SelectField
            name="majorCode"
            label={t("field.majorCode")}
            empty={t("courses.common")}
            options={majors.map((one) => ({ value: one.code, label: `${one.name} ${one.code}` }))}
            defaultValue={shown(state, "majorCode", stored?.majorCode)}
            error={error("majorCode")}
          />
        )}
      </div>
      <div className="form-pair">
        <NumberField
          name="credits"
          label={t("field.credits")}
          required
          min={0}
          max={60}
          step={0.01}
          defaultValue={shown(state, "credits", stored ? stored.creditsCenti / 100 : undefined)}
          error={error("credits")}
        />
        <NumberField
          name="hours"
          label={t("field.hours")}
          required
          min={0}
          max={2000}
          defaultValue={shown(state, "hours", stored?.hours)}
          error={error("hours")}
        />
      </div>
      <div className="form-pair">
        <SelectField
          name="grade"
          label={t("field.courseGrade")}
          required
          options={numbers}
          defaultValue={shown(state, "grade", stored?.grade)}
          error={error("grade")}
        />
        <SelectField
          name="term"
          label={t("field.term")}
          required
          options={numbers.slice(0, 2)}
          defaultValue={shown(state, "term", stored?.term)}
          error={error("term")}
        />
      </div>
      <DateField
        name="validFrom"
        label={t("field.validFrom")}
        required
        {...(stored ? { min: today } : {})}
        defaultValue={shown(state, "validFrom", today)}
        error={error("validFrom")}
      />
      <CheckboxField name="required" label={t("field.required")} defaultChecked={checked("required")} />
      {stored ? (
        <CheckboxField name="offered" label={t("field.offered")} defaultChecked={checked("offered")} />
      ) : (
        <HiddenField name="offered" value="on" />
      )}
    </>
  );
};
