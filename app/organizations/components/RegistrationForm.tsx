import { fieldErrors } from "~/identity/components/field-errors";
import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { CodeField } from "~/ui/form/CodeField";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { SelfRegisteredKind } from "../registration-schema";

type RegistrationFormProps = {
  kind: SelfRegisteredKind;
  submissionKey: string;
  /** The name of the signed-in person who registers; a newcomer gives name, e-mail address and password. */
  person: string | null;
  state: FormState | null;
};

const isSchool = (kind: SelfRegisteredKind): boolean => kind === "school" || kind === "general_school";

/** What a newcomer gives of themselves. */
const Newcomer = ({ state }: { state: FormState | null }) => {
  const t = useWords("registration");
  const hint = useWords("identity")("passwordHint");
  const { any } = useTranslator();
  return (
    <>
      <p className="meta -mt-2">{t("youText")}</p>
      <TextField
        name="contactName"
        label={t("field.contactName")}
        autoComplete="name"
        maxLength={60}
        required
        defaultValue={shown(state, "contactName")}
        error={errorFor(state, "contactName", any)}
      />
      <TextField
        name="email"
        type="email"
        label={t("field.email")}
        hint={t("hint.email")}
        autoComplete="username"
        inputMode="email"
        maxLength={254}
        required
        defaultValue={shown(state, "email")}
        error={errorFor(state, "email", any)}
      />
      <TextField
        name="password"
        type="password"
        label={t("field.password")}
        hint={hint}
        autoComplete="new-password"
        maxLength={200}
        required
        error={errorFor(state, "password", any)}
      />
    </>
  );
};

/** Registers an organization of one kind. A field nobody sees catches programs that fill in everything. */
export const RegistrationForm = ({ kind, submissionKey, person, state }: RegistrationFormProps) => {
  const t = useWords("registration");
  const { any } = useTranslator();
  const code = isSchool(kind) ? "schoolCode" : "uscc";
  const labels = {
    name: t("field.name"),
    code: t(`field.${code}`),
    region: t("field.region"),
    contactName: t("field.contactName"),
    email: t("field.email"),
    password: t("field.password"),
    terms: t("field.terms"),
  };
  return (
    <form method="post" className="form mt-6">
      <FormErrors
        errors={fieldErrors(state, labels, any)}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <HiddenField name="kind" value={kind} />
      <HiddenField name="submissionKey" value={submissionKey} />
      <div className="sr-only" aria-hidden="true">
        <label>
          {t("leaveEmpty")}
          <input name="fax" type="text" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <h2 className="ruled">{t("about")}</h2>
      <TextField
        name="name"
        label={labels.name}
        hint={t("hint.name")}
        autoComplete="organization"
        maxLength={100}
        required
        defaultValue={shown(state, "name")}
        error={errorFor(state, "name", any)}
      />
      <TextField
        name="code"
        label={labels.code}
        hint={t(`hint.${code}`)}
        autoComplete="off"
        spellCheck={false}
        maxLength={40}
        required
        defaultValue={shown(state, "code")}
        error={errorFor(state, "code", any)}
      />
      <CodeField
        name="region"
        label={labels.region}
        hint={t("hint.region")}
        suggest="/api/v1/regions?q="
        required
        defaultValue={shown(state, "region")}
        error={errorFor(state, "region", any)}
      />
      <h2 className="ruled">{t("you")}</h2>
      {person ? <p className="-mt-2">{t("asPerson", { name: person })}</p> : <Newcomer state={state} />}
      <CheckboxField
        name="terms"
        label={labels.terms}
        hint={t("hint.terms")}
        required
        defaultChecked={ticked(state, "terms").length > 0}
        error={errorFor(state, "terms", any)}
      />
      <div className="form-end">
        <Button>{t("submit")}</Button>
        <span className="meta">{t("afterText")}</span>
      </div>
    </form>
  );
};
