import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

/** Asks why before sealed fields are shown; the reason becomes part of the student's history. */
export const RevealForm = ({ state }: { state: FormState | null }) => {
  const t = useWords("students");
  const { any } = useTranslator();
  return (
    <Section title={t("page.reveal")} id="reveal">
      <p className="meta mt-2">{t("page.revealText")}</p>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="reveal" />
        <TextField
          name="reason"
          label={t("page.reason")}
          hint={t("page.reasonHint")}
          minLength={4}
          maxLength={200}
          required
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <div className="row">
          <Button look="ghost" icon="eye">
            {t("page.revealSubmit")}
          </Button>
        </div>
      </form>
    </Section>
  );
};
