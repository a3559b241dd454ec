import type { InputHTMLAttributes } from "react";
import { Field, type FieldProps, fieldWiring } from "./Field";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "tel" | "url" | "password" | "search";
  defaultValue?: string | null;
  unit?: string;
} & Pick<
    InputHTMLAttributes<HTMLInputElement>,
    | "autoComplete"
    | "inputMode"
    | "maxLength"
    | "minLength"
    | "placeholder"
    | "autoFocus"
    | "readOnly"
    | "spellCheck"
    | "className"
  >;

/** One line of text. */
export const TextField = (props: TextFieldProps) => {
  const {
    type = "text",
    defaultValue,
    unit,
    autoComplete,
    inputMode,
    maxLength,
    minLength,
    placeholder,
    readOnly,
    spellCheck,
  } = props;
  const input = (
    <input
      {...fieldWiring(props)}
      type={type}
      className={props.className ? `input ${props.className}` : "input"}
      defaultValue={defaultValue ?? undefined}
      {...{ autoComplete, inputMode, maxLength, minLength, placeholder, readOnly, spellCheck }}
      // biome-ignore lint/a11y/noAutofocus: a page whose only purpose is one field may start there
      autoFocus={props.autoFocus}
    />
  );
  return (
    <Field {...props}>
      {unit ? (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  );
};
