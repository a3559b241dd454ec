import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { Role } from "../actor";
import { fieldErrors } from "./field-errors";

type InviteFormProps = { roles: readonly Role[]; submissionKey: string; state: FormState | null };

/** Invites somebody by mail in one of the roles this kind of organization has. */
export const InviteForm = ({ roles, submissionKey, state }: InviteFormProps) => {
  const t = useWords("identity");
  const { any } = useTranslator();
  const labels = { email: t("field.email"), role: t("field.role") };
  return (
    <form method="post" className="form mt-4">
      <p className="meta">{t("members.inviteText")}</p>
      <FormErrors
        errors={fieldErrors(state, labels, any)}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <HiddenField name="intent" value="invite" />
      <HiddenField name="submissionKey" value={submissionKey} />
      <TextField
        name="email"
        type="email"
        label={labels.email}
        inputMode="email"
        autoComplete="off"
        maxLength={254}
        required
        defaultValue={shown(state, "email")}
        error={errorFor(state, "email", any)}
      />
      <RadioGroup
        name="role"
        label={labels.role}
        required
        defaultValue={shown(state, "role", "coordinator")}
        error={errorFor(state, "role", any)}
        options={roles.map((role) => ({
          value: role,
          label: t(`role.${role}`),
          hint: t(`roleMeaning.${role}`),
        }))}
      />
      <div className="form-end">
        <Button>{t("members.inviteSubmit")}</Button>
      </div>
    </form>
  );
};
