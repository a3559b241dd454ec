import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { RESOURCE_KINDS } from "../rules/kinds";

type Stored = {
  kind: string;
  title: string;
  description: string;
  place: string;
  capacity: number;
  exclusive: boolean;
  minAge: number | null;
  maxAge: number | null;
  safetyNotice: string;
  noticeDays: number;
};
type ResourceFieldsProps = { state: FormState | undefined; stored?: Stored };

/** What is shared, on which terms, and what visitors and guardians must know. */
export const ResourceFields = ({ state, stored }: ResourceFieldsProps) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  const field = (name: Exclude<keyof Stored, "exclusive">, first?: string | number) => ({
    name,
    label: any(`resources.field.${name}`),
    defaultValue: shown(state, name, stored?.[name] ?? first),
    error: errorFor(state, name, any),
  });
  return (
    <>
      <SelectField
        {...field("kind", "experience_day")}
        required
        empty={false}
        options={RESOURCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField {...field("title")} required maxLength={80} />
      <TextArea {...field("description")} hint={t("create.descriptionHint")} required maxLength={2_000} />
      <TextField {...field("place")} required maxLength={120} />
      <div className="form-pair">
        <NumberField {...field("capacity", 40)} required min={1} max={2_000} unit={t("unit.people")} />
        <NumberField {...field("noticeDays", 3)} required min={0} max={60} unit={t("unit.days")} />
      </div>
      <div className="form-pair">
        <NumberField {...field("minAge")} min={3} max={99} unit={t("unit.years")} />
        <NumberField {...field("maxAge")} min={3} max={99} unit={t("unit.years")} />
      </div>
      <CheckboxField
        name="exclusive"
        label={t("field.exclusive")}
        hint={t("create.exclusiveHint")}
        defaultChecked={state ? shown(state, "exclusive") === "on" : stored?.exclusive}
      />
      <TextArea
        {...field("safetyNotice")}
        hint={t("create.safetyHint")}
        required
        rows={5}
        maxLength={1_500}
      />
    </>
  );
};
