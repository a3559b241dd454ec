import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { useTranslator, useWords } from "~/words/use-words";
import { optionText } from "../fact-text";
import { FACT_KINDS } from "../rules/fact-values";
import type { FactKey, FactValues } from "../rules/pack";

/** The field that fits a fact: choices, a number, yes or no, or a share for every part. */
export const FactAnswer = ({
  fact,
  value,
  error,
}: {
  fact: FactKey;
  value: FactValues[FactKey];
  error: string | undefined;
}) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const kind = FACT_KINDS[fact];
  const label = t("field.answers");
  const wrong = error ? { error } : {};
  if (kind.kind === "number") {
    return (
      <NumberField
        name="answers"
        label={label}
        required
        min={kind.min}
        max={kind.max}
        defaultValue={Number(value)}
        {...wrong}
      />
    );
  }
  if (kind.kind === "flag") {
    const options = [
      { value: "yes", label: any("transferRules.yes") },
      { value: "no", label: any("transferRules.no") },
    ];
    return (
      <RadioGroup
        name="answers"
        label={label}
        required
        inline
        options={options}
        defaultValue={value ? "yes" : "no"}
        {...wrong}
      />
    );
  }
  if (kind.kind === "shares") {
    const shares = value as Record<string, number>;
    return (
      <fieldset className="field">
        <legend>{label}</legend>
        <div className="hint">{t("adjust.shares")}</div>
        {kind.parts.map((part) => (
          <NumberField
            key={part}
            name="answers"
            id={`answers-${part}`}
            label={any(`transferRules.part.${part}`)}
            required
            min={0}
            max={100}
            unit="%"
            defaultValue={(shares[part] ?? 0) / 100}
            {...(part === kind.parts[0] ? wrong : {})}
          />
        ))}
      </fieldset>
    );
  }
  const options = kind.options.map((one) => ({ value: one, label: optionText(fact, one, any) }));
  if (kind.kind === "one") {
    return (
      <RadioGroup
        name="answers"
        label={label}
        required
        options={options}
        defaultValue={String(value)}
        {...wrong}
      />
    );
  }
  return (
    <CheckboxGroup
      name="answers"
      label={label}
      options={options}
      defaultValues={value as readonly string[]}
      {...(kind.ordered ? { hint: t("adjust.order") } : {})}
      {...wrong}
    />
  );
};
