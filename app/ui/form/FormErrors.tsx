import { useWords } from "~/words/use-words";
import { Icon } from "../Icon";

type FormErrorsProps = {
  /** One per refused field, in the order of the form: the field's id, its label and the sentence. */
  errors: readonly { field: string; label: string; message: string }[];
  /** A refusal of the whole form. */
  message?: string;
};

/** What must be corrected, each line a link to its field. Takes the focus when the page comes back refused. */
export const FormErrors = ({ errors, message }: FormErrorsProps) => {
  const t = useWords("ui");
  if (errors.length === 0 && !message) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} data-focus="" id="form-errors">
      <h2>
        <Icon name="alert" />
        {message ?? t("fieldErrors", { total: errors.length })}
      </h2>
      {errors.length > 0 && (
        <ul>
          {errors.map((error) => (
            <li key={error.field}>
              <a href={`#${error.field}`}>
                {error.label}：{error.message}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
