import { errorFor, type FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { PageHeader } from "~/ui/PageHeader";
import { useTranslator, useWords } from "~/words/use-words";

/** Before anything of a child is shown: the last four digits of the phone the school has on record. */
export const ConsentDoor = ({ school, state }: { school: string; state: FormState | null }) => {
  const t = useWords("consents");
  const { any } = useTranslator();
  const wrong = errorFor(state, "digits", any);
  return (
    <div className="max-w-[520px]">
      <PageHeader title={t("door.title")} subtitle={school} />
      <p className="mt-5 mb-6">{t("door.text", { school })}</p>
      {state && !wrong && <FormErrors errors={[]} message={any(state.message.key, state.message.values)} />}
      <form method="post" className="form">
        <HiddenField name="intent" value="digits" />
        <TextField
          name="digits"
          label={t("door.digits")}
          hint={t("door.hint")}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          required
          autoFocus
          className="input-short num"
          error={wrong}
        />
        <div className="form-end">
          <Button>{t("door.submit")}</Button>
        </div>
      </form>
      <p className="meta mt-6">{t("door.doubt")}</p>
    </div>
  );
};
