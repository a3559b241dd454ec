import type { ReactNode } from "react";
import { useWords } from "~/words/use-words";
import { Icon } from "../Icon";

/** What every field takes. `name` is also its id; `error` is a sentence that says how to fix it. */
export type FieldProps = {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  disabled?: boolean;
  /** Hides the label from sight, never from a screen reader: for search strips and table cells. */
  bare?: boolean;
  /** Another id than the name, where one page holds the same name twice. */
  id?: string;
};

/** The ids and aria attributes that tie a control to its hint and its error. */
export const fieldWiring = ({ name, id = name, hint, error, required, disabled }: FieldProps) => ({
  id,
  name,
  required,
  disabled,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
});

/** The sentence beside a field that was refused: an icon, then what to do. */
export const FieldError = ({ id, error }: { id: string; error?: string }) =>
  error ? (
    <div className="error" id={`${id}-error`}>
      <Icon name="alert" />
      {error}
    </div>
  ) : null;

/** Marks what may be left out; what must be filled in carries no mark. */
export const OptionalMark = ({ required }: { required?: boolean }) => {
  const t = useWords("ui");
  return required ? null : <span className="optional">{t("optional")}</span>;
};

/** Label, hint, control, error: the frame of one field. */
export const Field = ({ children, ...props }: FieldProps & { children: ReactNode }) => {
  const id = props.id ?? props.name;
  return (
    <div className={props.error ? "field invalid" : "field"}>
      <label htmlFor={id} className={props.bare ? "sr-only" : undefined}>
        {props.label}
        {!props.bare && <OptionalMark required={props.required} />}
      </label>
      {props.hint && (
        <div className="hint" id={`${id}-hint`}>
          {props.hint}
        </div>
      )}
      {children}
      <FieldError id={id} error={props.error} />
    </div>
  );
};
