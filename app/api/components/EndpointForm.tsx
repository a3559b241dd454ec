import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/form/CheckboxGroup";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { WEBHOOK_EVENTS } from "../rules/webhook-events";

/** A new receiver: where, and what it is told. */
export const EndpointForm = ({
  state,
  submissionKey,
}: {
  state: FormState | null;
  submissionKey: string;
}) => {
  const t = useWords("machines");
  const { any } = useTranslator();
  const labels: Record<string, string> = { url: t("webhooks.url"), events: t("webhooks.events") };
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
        name="url"
        type="url"
        label={t("webhooks.url")}
        hint={t("webhooks.urlHint")}
        required
        maxLength={500}
        spellCheck={false}
        defaultValue={shown(state, "url")}
        error={errorFor(state, "url", any)}
      />
      <CheckboxGroup
        name="events"
        label={t("webhooks.events")}
        required
        options={WEBHOOK_EVENTS.map((event) => ({ value: event, label: t(`webhooks.event.${event}`) }))}
        defaultValues={ticked(state, "events", WEBHOOK_EVENTS)}
        error={errorFor(state, "events", any)}
      />
      <div className="form-end">
        <Button>{t("webhooks.add")}</Button>
      </div>
    </form>
  );
};
