import { Field, type FieldProps, fieldWiring } from "./Field";

type DateFieldProps = FieldProps & { defaultValue?: string | null; min?: string; max?: string };

/** A civil date, `YYYY-MM-DD`, in the browser's own calendar. */
export const DateField = (props: DateFieldProps) => (
  <Field {...props}>
    <input
      {...fieldWiring(props)}
      className="input input-short num"
      type="date"
      defaultValue={props.defaultValue ?? undefined}
      min={props.min}
      max={props.max}
    />
  </Field>
);
