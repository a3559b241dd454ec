import type { ReactNode } from "react";
import { FieldError, type FieldProps, OptionalMark } from "./Field";

export type Choice = { value: string; label: string; hint?: ReactNode; disabled?: boolean };
type ChoiceGroupProps = FieldProps & {
  type: "radio" | "checkbox";
  options: readonly Choice[];
  selected: readonly string[];
  inline?: boolean;
};

/** The frame of radios and of checkbox lists. The first choice carries the group's id, so an error can link to it. */
export const ChoiceGroup = (props: ChoiceGroupProps) => {
  const {
    name,
    id = name,
    label,
    hint,
    error,
    required,
    disabled,
    bare,
    type,
    options,
    selected,
    inline,
  } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset className={error ? "field invalid" : "field"} aria-describedby={described}>
      <legend className={bare ? "sr-only" : undefined}>
        {label}
        {!bare && <OptionalMark required={required} />}
      </legend>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <div className={inline ? "choices-inline" : undefined}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            <input
              id={index === 0 ? id : `${id}-${option.value}`}
              type={type}
              name={name}
              value={option.value}
              defaultChecked={selected.includes(option.value)}
              disabled={disabled || option.disabled}
              required={type === "radio" ? required : undefined}
              aria-invalid={error ? true : undefined}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id} error={error} />
    </fieldset>
  );
};
