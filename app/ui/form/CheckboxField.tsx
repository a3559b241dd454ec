import { FieldError, type FieldProps, fieldWiring } from "./Field";

type CheckboxFieldProps = Omit<FieldProps, "bare"> & { defaultChecked?: boolean; value?: string };

/** Yes or no. Sends `value` ("on" unless given) when ticked, nothing when not. */
export const CheckboxField = (props: CheckboxFieldProps) => {
  const id = props.id ?? props.name;
  return (
    <div className={props.error ? "field invalid" : "field"}>
      <label className="choice">
        <input
          {...fieldWiring(props)}
          type="checkbox"
          value={props.value}
          defaultChecked={props.defaultChecked}
        />
        <span>
          {props.label}
          {props.hint && <small id={`${id}-hint`}>{props.hint}</small>}
        </span>
      </label>
      <FieldError id={id} error={props.error} />
    </div>
  );
};
