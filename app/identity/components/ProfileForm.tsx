import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { LANGUAGES } from "~/platform/i18n/words";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { fieldErrors } from "./field-errors";

type ProfileFormProps = {
  profile: { name: string; email: string; language: string; version: number };
  state: FormState | null;
};

/** One's own name and the language of one's mails. */
export const ProfileForm = ({ profile, state }: ProfileFormProps) => {
  const t = useWords("identity");
  const { any } = useTranslator();
  const labels = { name: t("field.name"), language: t("field.language") };
  return (
    <form method="post" className="form mt-4">
      <FormErrors
        errors={fieldErrors(state, labels, any)}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <HiddenField name="intent" value="profile" />
      <HiddenField name="version" value={profile.version} />
      <TextField
        name="name"
        label={labels.name}
        autoComplete="name"
        maxLength={60}
        required
        defaultValue={shown(state, "name", profile.name)}
        error={errorFor(state, "name", any)}
      />
      <SelectField
        name="language"
        label={labels.language}
        hint={t("account.languageHint")}
        empty={false}
        required
        defaultValue={shown(state, "language", profile.language)}
        error={errorFor(state, "language", any)}
        options={LANGUAGES.map((language) => ({ value: language, label: t(`languageName.${language}`) }))}
      />
      <div className="form-end">
        <Button>{t("account.save")}</Button>
      </div>
    </form>
  );
};
