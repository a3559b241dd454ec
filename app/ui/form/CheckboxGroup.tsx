import { type Choice, ChoiceGroup } from "./ChoiceGroup";
import type { FieldProps } from "./Field";

type CheckboxGroupProps = FieldProps & {
  options: readonly Choice[];
  defaultValues?: readonly string[];
  inline?: boolean;
};

/** Any of a few, all in sight; the name is sent once for each ticked. */
export const CheckboxGroup = ({ defaultValues = [], ...props }: CheckboxGroupProps) => (
  <ChoiceGroup {...props} type="checkbox" selected={defaultValues} />
);
