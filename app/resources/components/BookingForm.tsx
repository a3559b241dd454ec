import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { CHILDREN_PER_ADULT } from "../rules/booking";
import { timeOf } from "../rules/sessions";

type Picked = { id: string; day: string; fromMinute: number; toMinute: number; left: number };

/** Booking one session for a group: who, how many, how old, who leads them. */
export const BookingForm = ({
  slot,
  state,
  submissionKey,
}: {
  slot: Picked;
  state: FormState | undefined;
  submissionKey: string;
}) => {
  const t = useWords("resources");
  const { any } = useTranslator();
  const field = (name: string) => ({
    name,
    label: any(`resources.field.${name}`),
    defaultValue: shown(state, name),
    error: errorFor(state, name, any),
  });
  const title = t("book.title", {
    day: slot.day,
    from: timeOf(slot.fromMinute),
    to: timeOf(slot.toMinute),
  });
  return (
    <Section id="slot" title={title}>
      <form method="post" className="form mt-3 max-w-3xl">
        <HiddenField name="slot" value={slot.id} />
        <HiddenField name="submissionKey" value={submissionKey} />
        <TextField {...field("groupName")} required maxLength={60} />
        <div className="form-pair">
          <NumberField {...field("people")} required min={1} max={slot.left} unit={t("unit.people")} />
          <NumberField {...field("adults")} min={0} unit={t("unit.people")} />
        </div>
        <div className="form-pair">
          <NumberField {...field("youngest")} required min={3} max={99} unit={t("unit.years")} />
          <NumberField {...field("oldest")} required min={3} max={99} unit={t("unit.years")} />
        </div>
        <TextField {...field("contact")} required maxLength={80} />
        <TextArea {...field("note")} rows={2} maxLength={500} />
        <p className="meta">{t("book.under14", { per: CHILDREN_PER_ADULT })}</p>
        <p className="meta">{t("book.hint")}</p>
        <div>
          <Button>{t("book.act")}</Button>
        </div>
      </form>
    </Section>
  );
};
