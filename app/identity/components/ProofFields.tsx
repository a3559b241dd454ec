import { errorFor, type FormState } from "~/platform/http/form-state";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { fieldErrors } from "./field-errors";

type ProofFieldsProps = {
  intent: string;
  email: string;
  state: FormState | null;
  /** What the code's field asks for, and how it helps. */
  codeLabel: string;
  codeHint?: string;
};

/** The password and the code that changes of the second step take. Ids carry the intent: several forms stand on a page. */
export const ProofFields = ({ intent, email, state, codeLabel, codeHint }: ProofFieldsProps) => {
  const t = useWords("identity");
  const { any } = useTranslator();
  const labels = { password: t("field.currentPassword"), code: codeLabel };
  return (
    <>
      <FormErrors
        errors={fieldErrors(state, labels, any).map((one) => ({ ...one, field: `${intent}-${one.field}` }))}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <HiddenField name="intent" value={intent} />
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        id={`${intent}-code`}
        name="code"
        label={labels.code}
        {...(codeHint ? { hint: codeHint } : {})}
        autoComplete="one-time-code"
        maxLength={40}
        spellCheck={false}
        required
        error={errorFor(state, "code", any)}
      />
      <TextField
        id={`${intent}-password`}
        name="password"
        type="password"
        label={labels.password}
        autoComplete="current-password"
        maxLength={200}
        required
        error={errorFor(state, "password", any)}
      />
    </>
  );
};
