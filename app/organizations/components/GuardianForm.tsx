import { RELATIONS } from "~/identity/consent-schema";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

/** Adds a guardian: name, relation, the phone that is the second factor, an address if there is one. */
export const GuardianForm = ({ state }: { state: FormState | null }) => {
  const t = useWords("students");
  const c = useWords("consents");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="intent" value="guardian" />
      <TextField
        name="name"
        id="guardian-name"
        label={t("field.guardianName")}
        maxLength={40}
        required
        defaultValue={shown(state, "name")}
        error={errorFor(state, "name", any)}
      />
      <SelectField
        name="relation"
        label={t("page.relation")}
        empty={false}
        required
        defaultValue={shown(state, "relation", "mother")}
        options={RELATIONS.map((one) => ({ value: one, label: c(`relation.${one}`) }))}
      />
      <TextField
        name="phone"
        id="guardian-phone"
        type="tel"
        label={t("field.guardianPhone")}
        maxLength={20}
        required
        defaultValue={shown(state, "phone")}
        error={errorFor(state, "phone", any)}
      />
      <TextField
        name="email"
        id="guardian-email"
        type="email"
        label={t("field.guardianEmail")}
        maxLength={254}
        defaultValue={shown(state, "email")}
        error={errorFor(state, "email", any)}
      />
      <div className="form-end">
        <Button>{t("page.saveGuardian")}</Button>
      </div>
    </form>
  );
};
