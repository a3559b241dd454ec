import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";
import { CONTACT_FOUND, CONTACT_KINDS } from "../week-schema";

/** A teacher's contact in three taps: how, when, what was found; a note where there is one. */
export const ContactForm = ({ today, state }: { today: string; state: FormState | null }) => {
  const t = useWords("followup");
  const { any } = useTranslator();
  return (
    <form method="post" className="form">
      <RadioGroup
        name="kind"
        label={t("contact.how")}
        inline
        required
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`contact.kind.${kind}`) }))}
        defaultValue={shown(state, "kind", "call")}
        error={errorFor(state, "kind", any)}
      />
      <DateField
        name="doneOn"
        label={t("contact.doneOn")}
        max={today}
        required
        defaultValue={shown(state, "doneOn", today)}
        error={errorFor(state, "doneOn", any)}
      />
      <RadioGroup
        name="found"
        label={t("contact.found")}
        inline
        required
        options={CONTACT_FOUND.map((found) => ({ value: found, label: t(`contact.foundAs.${found}`) }))}
        defaultValue={shown(state, "found")}
        error={errorFor(state, "found", any)}
      />
      <TextArea
        name="note"
        label={t("contact.note")}
        hint={t("contact.noteHint")}
        rows={3}
        defaultValue={shown(state, "note")}
        error={errorFor(state, "note", any)}
      />
      <Button>{t("contact.save")}</Button>
    </form>
  );
};

/** The day a teacher means to visit. */
export const VisitForm = ({ today, state }: { today: string; state: FormState | null }) => {
  const t = useWords("followup");
  const { any } = useTranslator();
  return (
    <form method="post" className="form">
      <input type="hidden" name="intent" value="plan" />
      <DateField
        name="plannedOn"
        label={t("contact.plannedOn")}
        hint={t("contact.planHint")}
        min={today}
        required
        defaultValue={shown(state, "plannedOn")}
        error={errorFor(state, "plannedOn", any)}
      />
      <Button look="ghost">{t("contact.plan")}</Button>
    </form>
  );
};
