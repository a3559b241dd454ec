import { Field, type FieldProps, fieldWiring } from "./Field";

type TextAreaProps = FieldProps & {
  defaultValue?: string | null;
  rows?: number;
  maxLength?: number;
  placeholder?: string;
};

/** Several lines of text. */
export const TextArea = (props: TextAreaProps) => {
  const { defaultValue, rows = 4, maxLength, placeholder } = props;
  return (
    <Field {...props}>
      <textarea
        {...fieldWiring(props)}
        className="input"
        defaultValue={defaultValue ?? undefined}
        {...{ rows, maxLength, placeholder }}
      />
    </Field>
  );
};
