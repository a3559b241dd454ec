import { useWords } from "~/words/use-words";
import { Field, type FieldProps, fieldWiring } from "./Field";

export type Option = { value: string; label: string; disabled?: boolean };
type SelectFieldProps = FieldProps & {
  options: readonly (Option | { group: string; options: readonly Option[] })[];
  defaultValue?: string | null;
  /** The words of the empty choice; `false` leaves it out. */
  empty?: string | false;
  autoSubmit?: boolean;
};

const Choice = ({ value, label, disabled }: Option) => (
  <option value={value} disabled={disabled}>
    {label}
  </option>
);

/** One of a known, short list. */
export const SelectField = (props: SelectFieldProps) => {
  const t = useWords("ui");
  const { options, defaultValue, empty, autoSubmit } = props;
  return (
    <Field {...props}>
      <select
        {...fieldWiring(props)}
        className="input"
        defaultValue={defaultValue ?? ""}
        data-autosubmit={autoSubmit ? "" : undefined}
      >
        {empty !== false && <option value="">{empty ?? t("choose")}</option>}
        {options.map((entry) =>
          "group" in entry ? (
            <optgroup key={entry.group} label={entry.group}>
              {entry.options.map((option) => (
                <Choice key={option.value} {...option} />
              ))}
            </optgroup>
          ) : (
            <Choice key={entry.value} {...entry} />
          ),
        )}
      </select>
    </Field>
  );
};
