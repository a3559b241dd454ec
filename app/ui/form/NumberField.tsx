import { Field, type FieldProps, fieldWiring } from "./Field";

type NumberFieldProps = FieldProps & {
  defaultValue?: number | string | null;
  min?: number;
  max?: number;
  step?: number | "any";
  /** A word after the number: 人, 公里, 课时. */
  unit?: string;
};

/** A number with its unit. The value arrives as text and is parsed by the room's schema. */
export const NumberField = (props: NumberFieldProps) => {
  const { defaultValue, min, max, step = 1, unit } = props;
  return (
    <Field {...props}>
      <div className="with-unit">
        <input
          {...fieldWiring(props)}
          className="input num"
          type="number"
          inputMode={step === 1 ? "numeric" : "decimal"}
          defaultValue={defaultValue ?? undefined}
          {...{ min, max, step }}
        />
        {unit && <span>{unit}</span>}
      </div>
    </Field>
  );
};
