import type { FormState } from "~/platform/http/form-state";
import { errorFor, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { AlertPage } from "../queries/alert-page.server";

type FormProps = { page: AlertPage; state: FormState | undefined };

/** The state of the form that was sent, for that form alone. */
const stateOf = (state: FormState | undefined, intent: string): FormState | undefined =>
  state?.typed.intent === intent ? state : undefined;

/** An authority takes an open alert up: an order with a day, or the reason why none is needed. */
export const OrderForm = ({ page, state }: FormProps) => {
  const t = useWords("alerts");
  const { any, language } = useTranslator();
  const order = stateOf(state, "order");
  const dismiss = stateOf(state, "dismiss");
  return (
    <div className="stack">
      <Section id="order" title={t("page.order")}>
        <form method="post" className="form mt-3" data-draft={`order-${page.id}`}>
          <HiddenField name="intent" value="order" />
          <HiddenField name="version" value={page.version} />
          <TextArea
            name="text"
            label={t("page.orderText")}
            hint={t("page.orderHint")}
            rows={4}
            maxLength={2000}
            required
            defaultValue={shown(
              order,
              "text",
              page.rule && (language === "en" ? page.rule.fix.en : page.rule.fix.zh),
            )}
            error={errorFor(order, "text", any)}
          />
          <DateField
            name="dueOn"
            label={t("page.dueOn")}
            hint={t("page.dueHint", { date: absoluteText(page.suggestedDue, language) })}
            min={page.tomorrow}
            required
            defaultValue={shown(order, "dueOn", page.suggestedDue)}
            error={errorFor(order, "dueOn", any)}
          />
          <div>
            <Button>{t("page.orderAct")}</Button>
          </div>
        </form>
      </Section>
      <details open={dismiss !== undefined}>
        <summary className="min-h-11 content-center">{t("page.dismiss")}</summary>
        <form method="post" className="form mt-2">
          <HiddenField name="intent" value="dismiss" />
          <HiddenField name="version" value={page.version} />
          <TextArea
            name="note"
            id="dismiss-note"
            label={t("page.dismissNote")}
            hint={t("page.dismissHint")}
            rows={2}
            maxLength={2000}
            required
            defaultValue={shown(dismiss, "note")}
            error={errorFor(dismiss, "note", any)}
          />
          <div>
            <Button look="ghost">{t("page.dismissAct")}</Button>
          </div>
        </form>
      </details>
    </div>
  );
};

/** An authority reviews an answer: accepted and closed, or returned with a reason and a new day. */
export const ReviewForm = ({ page, state }: FormProps) => {
  const t = useWords("alerts");
  const { any } = useTranslator();
  const back = stateOf(state, "return");
  return (
    <Section id="review" title={t("page.review")}>
      <form method="post" className="form mt-3">
        <HiddenField name="intent" value="accept" />
        <HiddenField name="version" value={page.version} />
        <TextArea
          name="note"
          id="accept-note"
          label={t("page.acceptNote")}
          rows={2}
          maxLength={1000}
          required={false}
        />
        <div>
          <Button>{t("page.accept")}</Button>
        </div>
      </form>
      <details className="mt-3" open={back !== undefined}>
        <summary className="min-h-11 content-center">{t("page.returnIt")}</summary>
        <form method="post" className="form mt-2">
          <HiddenField name="intent" value="return" />
          <HiddenField name="version" value={page.version} />
          <TextArea
            name="note"
            id="return-note"
            label={t("page.returnNote")}
            rows={3}
            maxLength={2000}
            required
            defaultValue={shown(back, "note")}
            error={errorFor(back, "note", any)}
          />
          <DateField
            name="dueOn"
            label={t("page.returnDue")}
            min={page.tomorrow}
            required
            defaultValue={shown(back, "dueOn", page.suggestedDue)}
            error={errorFor(back, "dueOn", any)}
          />
          <div>
            <Button look="danger">{t("page.returnIt")}</Button>
          </div>
        </form>
      </details>
    </Section>
  );
};
