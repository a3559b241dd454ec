import { Field, type FieldProps, fieldWiring } from "./Field";

type CodeFieldProps = FieldProps & {
  /** Where suggestions come from; what is typed is appended: "/api/v1/majors?q=". */
  suggest: string;
  defaultValue?: string | null;
  /** Known before any typing: the last used, the chosen one's name. */
  options?: readonly { value: string; label: string }[];
  placeholder?: string;
};

/** A catalogue code, typed or picked from suggestions. Without a script it is a plain text field. */
export const CodeField = (props: CodeFieldProps) => {
  const list = `${props.id ?? props.name}-list`;
  return (
    <Field {...props}>
      <input
        {...fieldWiring(props)}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        list={list}
        data-suggest={props.suggest}
        defaultValue={props.defaultValue ?? undefined}
        placeholder={props.placeholder}
      />
      <datalist id={list}>
        {props.options?.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
    </Field>
  );
};
