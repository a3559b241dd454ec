import { HAZARD_CODES, HAZARDS } from "~/catalogues/hazards";
import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { MoneyField } from "~/ui/form/MoneyField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { useTranslator, useWords } from "~/words/use-words";
import { FEES } from "../answer-schema";
import type { Gap } from "../rules/answers";
import { SKILL_LEVELS } from "../terms";

type Props = {
  gap: Gap["key"];
  guides: readonly { value: string; label: string }[];
  state: FormState | null;
};

/** The field one open fact is answered in. */
export const AnswerField = ({ gap, guides, state }: Props) => {
  const t = useWords("placements");
  const { any, language } = useTranslator();
  const common = { name: gap, label: any(`placements.answer.${gap}`), error: errorFor(state, gap, any) };
  const value = shown(state, gap) ?? null;
  const yesNo = (["yes", "no"] as const).map((one) => ({ value: one, label: t(`term.${one}`) }));
  const none = { value: "none", label: t("term.none") };
  switch (gap) {
    case "mentor":
    case "teacher":
      return (
        <SelectField
          name="guide"
          label={t(`answer.${gap}`)}
          options={guides}
          defaultValue={shown(state, "guide") ?? null}
          error={errorFor(state, "guide", any)}
        />
      );
    case "targetLevel":
      return (
        <SelectField
          {...common}
          options={SKILL_LEVELS.map((one) => ({
            value: one,
            label: any(`listings.option.targetLevel.${one}`),
          }))}
          defaultValue={value}
        />
      );
    case "payMonthlyFen":
    case "samePostPayFen":
    case "minimumWageFen":
      return <MoneyField {...common} defaultValue={value} per={t("term.month")} />;
    case "hazards":
      return (
        <CheckboxGroup
          {...common}
          options={[
            none,
            ...HAZARD_CODES.map((code) => ({
              value: code,
              label: HAZARDS[code][language === "en" ? "en" : "zh"],
            })),
          ]}
          defaultValues={ticked(state, gap)}
        />
      );
    case "fees":
      return (
        <CheckboxGroup
          {...common}
          options={[none, ...FEES.map((fee) => ({ value: fee, label: t(`fee.${fee}`) }))]}
          defaultValues={ticked(state, gap)}
        />
      );
    case "lawful":
      return <CheckboxField {...common} hint={t("answer.lawfulHint")} />;
    case "insuranceBy":
      return (
        <RadioGroup
          {...common}
          options={(["school", "host"] as const).map((one) => ({ value: one, label: t(`insurance.${one}`) }))}
          defaultValue={value}
        />
      );
    case "lodging":
      return (
        <RadioGroup
          {...common}
          options={(["unified", "home", "outside"] as const).map((one) => ({
            value: one,
            label: t(`lodging.${one}`),
          }))}
          defaultValue={value}
        />
      );
    case "nightShifts":
    case "overtime":
    case "restDayWork":
    case "agentInvolved":
      return <RadioGroup {...common} options={yesNo} defaultValue={value} inline />;
    case "hoursPerDay":
    case "hoursPerWeek":
      return <NumberField {...common} step={0.5} defaultValue={value} unit={t("term.hour")} />;
    default:
      return <NumberField {...common} defaultValue={value} />;
  }
};
