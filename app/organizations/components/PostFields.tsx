import { HAZARD_CODES, HAZARDS } from "~/catalogues/hazards";
import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { CodeField } from "~/ui/form/CodeField";
import { MoneyField } from "~/ui/form/MoneyField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

export type PostValues = {
  name: string;
  occupation: string;
  headcount: number;
  samePostPayFen: number | null;
  labourIntensity: number | null;
  hazards: readonly string[];
};

type PostFieldsProps = { stored: PostValues | null; state: FormState | null };

const LEVELS = ["1", "2", "3", "4"] as const;

/** The fields of a post: what it is, how many hold it, what it pays, how hard and how dangerous it is. */
export const PostFields = ({ stored, state }: PostFieldsProps) => {
  const t = useWords("organizations");
  const { any, language } = useTranslator();
  const intensity = stored?.labourIntensity == null ? null : String(stored.labourIntensity);
  return (
    <>
      <TextField
        name="name"
        label={t("posts.name")}
        error={errorFor(state, "name", any)}
        defaultValue={shown(state, "name", stored?.name)}
        maxLength={60}
        required
      />
      <CodeField
        name="occupation"
        label={t("posts.occupation")}
        hint={t("posts.occupationHint")}
        error={errorFor(state, "occupation", any)}
        defaultValue={shown(state, "occupation", stored?.occupation)}
        suggest="/api/v1/occupations?q="
        required
      />
      <NumberField
        name="headcount"
        label={t("posts.headcount")}
        hint={t("posts.headcountHint")}
        error={errorFor(state, "headcount", any)}
        defaultValue={shown(state, "headcount", stored?.headcount)}
        min={1}
        required
      />
      <MoneyField
        name="samePostPay"
        label={t("posts.pay")}
        hint={t("posts.payHint")}
        error={errorFor(state, "samePostPay", any)}
        defaultFen={stored?.samePostPayFen ?? null}
        defaultValue={state ? (shown(state, "samePostPay") ?? "") : null}
        per={t("posts.perMonth")}
      />
      <SelectField
        name="labourIntensity"
        label={t("posts.intensity")}
        hint={t("posts.intensityHint")}
        error={errorFor(state, "labourIntensity", any)}
        defaultValue={shown(state, "labourIntensity", intensity)}
        options={LEVELS.map((value) => ({ value, label: t(`intensity.${value}`) }))}
      />
      <CheckboxGroup
        name="hazards"
        label={t("posts.hazards")}
        hint={t("posts.hazardsHint")}
        error={errorFor(state, "hazards", any)}
        defaultValues={ticked(state, "hazards", stored?.hazards)}
        options={HAZARD_CODES.map((code) => ({
          value: code,
          label: language === "en" ? HAZARDS[code].en : HAZARDS[code].zh,
        }))}
      />
    </>
  );
};
