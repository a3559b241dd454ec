import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { KEY_LIVES, KEY_SCOPES } from "../key-schema";

/** A new key: what it is for, what it may do, how long it lives. */
export const KeyForm = ({ state, submissionKey }: { state: FormState | null; submissionKey: string }) => {
  const t = useWords("machines");
  const { any } = useTranslator();
  const labels: Record<string, string> = {
    name: t("keys.name"),
    scopes: t("keys.scopes"),
    days: t("keys.days"),
  };
  return (
    <form method="post" className="form">
      {state && (
        <FormErrors
          errors={state.fields.map(({ field, key, values }) => ({
            field,
            label: labels[field] ?? field,
            message: any(key, values),
          }))}
          message={any(state.message.key, state.message.values)}
        />
      )}
      <HiddenField name="submissionKey" value={submissionKey} />
      <TextField
        name="name"
        label={t("keys.name")}
        hint={t("keys.nameHint")}
        required
        maxLength={60}
        defaultValue={shown(state, "name")}
        error={errorFor(state, "name", any)}
      />
      <CheckboxGroup
        name="scopes"
        label={t("keys.scopes")}
        required
        options={KEY_SCOPES.map((scope) => ({
          value: scope,
          label: t(`keys.scope.${scope}`),
          hint: t(`keys.scopeText.${scope}`),
        }))}
        defaultValues={ticked(state, "scopes", ["read"])}
        error={errorFor(state, "scopes", any)}
      />
      <RadioGroup
        name="days"
        label={t("keys.days")}
        required
        inline
        options={KEY_LIVES.map((days) => ({ value: days, label: t("keys.daysOf", { days }) }))}
        defaultValue={shown(state, "days", "365")}
        error={errorFor(state, "days", any)}
      />
      <div className="form-end">
        <Button name="intent" value="create">
          {t("keys.create")}
        </Button>
      </div>
    </form>
  );
};
