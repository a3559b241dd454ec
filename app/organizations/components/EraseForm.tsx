import { fieldErrors } from "~/identity/components/field-errors";
import { errorFor, type FormState } from "~/platform/http/form-state";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

/** Deletion of one's own data: what goes, what stays and by which law, then the password. */
export const EraseForm = ({ state }: { state: FormState | null }) => {
  const t = useWords("students");
  const { any } = useTranslator();
  const labels = { password: t("own.erasePassword"), understood: t("own.eraseUnderstood") };
  return (
    <Section title={t("own.erase")} id="erase">
      <h3 className="mt-3 text-base">{t("own.goes")}</h3>
      <p>{t("own.goesText")}</p>
      <h3 className="mt-3 text-base">{t("own.stays")}</h3>
      <ul className="list-inside list-disc">
        {(["stays1", "stays2", "stays3", "stays4"] as const).map((key) => (
          <li key={key}>{t(`own.${key}`)}</li>
        ))}
      </ul>
      <details className="mt-4" open={state !== null}>
        <summary>{t("own.eraseSubmit")}</summary>
        <form method="post" className="form mt-3 max-w-[520px]">
          <p>{t("own.eraseText")}</p>
          <FormErrors
            errors={fieldErrors(state, labels, any)}
            {...(state ? { message: any(state.message.key, state.message.values) } : {})}
          />
          <HiddenField name="intent" value="erase" />
          <TextField
            name="password"
            type="password"
            label={labels.password}
            autoComplete="current-password"
            maxLength={200}
            required
            error={errorFor(state, "password", any)}
          />
          <CheckboxField
            name="understood"
            value="on"
            label={labels.understood}
            required
            error={errorFor(state, "understood", any)}
          />
          <div className="form-end">
            <ConfirmButton id="erase-confirm" label={t("own.eraseSubmit")} question={t("own.eraseQuestion")}>
              <p>{t("own.eraseText")}</p>
            </ConfirmButton>
          </div>
        </form>
      </details>
    </Section>
  );
};
