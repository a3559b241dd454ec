import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator } from "~/words/use-words";

type NoteFormProps = {
  intent: string;
  /** The hidden field that names the subject, and the subject's id. */
  subject: { name: string; id: string };
  label: string;
  hint?: string;
  submit: string;
  state: FormState | null;
};

/** Settles something with a note that goes on record; the typed note comes back only beside its own subject. */
export const NoteForm = ({ intent, subject, label, hint, submit, state }: NoteFormProps) => {
  const { any } = useTranslator();
  const own = state && shown(state, subject.name) === subject.id ? state : null;
  return (
    <details className="mt-2" open={own !== null}>
      <summary className="min-h-11 cursor-pointer py-2 font-medium">{submit}</summary>
      <form method="post" className="form">
        <HiddenField name="intent" value={intent} />
        <HiddenField name={subject.name} value={subject.id} />
        <TextField
          id={`note-${subject.id}`}
          name="note"
          label={label}
          hint={hint}
          maxLength={300}
          required
          defaultValue={shown(own, "note")}
          error={errorFor(own, "note", any)}
        />
        <div className="form-end">
          <Button look="ghost">{submit}</Button>
        </div>
      </form>
    </details>
  );
};
