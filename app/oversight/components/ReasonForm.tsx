import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

type ReasonFormProps = {
  page: { organization: { id: string; name: string }; year: string };
  state: FormState | undefined;
};

/** Asks why somebody wants to see rows with students of another organization, and says who will read it. */
export const ReasonForm = ({ page, state }: ReasonFormProps) => {
  const t = useWords("indicators");
  const { any } = useTranslator();
  return (
    <Section id="reason-needed" title={t("rows.lockedTitle")}>
      <p className="mt-3">{t("rows.lockedText", { organization: page.organization.name })}</p>
      <form method="post" className="form mt-3">
        <HiddenField name="organization" value={page.organization.id} />
        <HiddenField name="year" value={page.year} />
        <TextArea
          name="reason"
          label={t("rows.reason")}
          hint={t("rows.reasonHint")}
          rows={3}
          maxLength={300}
          required
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <div>
          <Button>{t("rows.act")}</Button>
        </div>
      </form>
    </Section>
  );
};
