import { errorFor, type FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { fieldErrors } from "./field-errors";

/** Changes one's own password; the current one must be known. `email` lets password managers save the pair. */
export const PasswordForm = ({ email, state }: { email: string; state: FormState | null }) => {
  const t = useWords("identity");
  const { any } = useTranslator();
  const labels = { current: t("field.currentPassword"), password: t("field.newPassword") };
  return (
    <form method="post" className="form mt-4">
      <FormErrors
        errors={fieldErrors(state, labels, any)}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <HiddenField name="intent" value="password" />
      <input type="text" name="username" autoComplete="username" defaultValue={email} hidden readOnly />
      <TextField
        name="current"
        type="password"
        label={labels.current}
        autoComplete="current-password"
        maxLength={200}
        required
        error={errorFor(state, "current", any)}
      />
      <TextField
        name="password"
        type="password"
        label={labels.password}
        hint={t("passwordHint")}
        autoComplete="new-password"
        maxLength={200}
        required
        error={errorFor(state, "password", any)}
      />
      <div className="form-end">
        <Button>{t("account.passwordSave")}</Button>
      </div>
    </form>
  );
};
