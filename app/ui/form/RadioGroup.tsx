import { type Choice, ChoiceGroup } from "./ChoiceGroup";
import type { FieldProps } from "./Field";

type RadioGroupProps = FieldProps & {
  options: readonly Choice[];
  defaultValue?: string | null;
  inline?: boolean;
};

/** Exactly one of a few, all in sight. */
export const RadioGroup = ({ defaultValue, ...props }: RadioGroupProps) => (
  <ChoiceGroup {...props} type="radio" selected={defaultValue == null ? [] : [defaultValue]} />
);
