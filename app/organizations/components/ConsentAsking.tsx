import { CONSENT_PURPOSES, type ConsentPurpose } from "~/identity/rules/consent-purposes";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CopyButton } from "~/ui/CopyButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

type ConsentAskingProps = {
  requests: readonly {
    id: string;
    purpose: ConsentPurpose;
    guardian: string;
    mailed: boolean;
    link: string;
  }[];
  state: FormState | null;
};

/** Requests that wait for a guardian, with the link to pass on, and the form that asks anew. */
export const ConsentAsking = ({ requests, state }: ConsentAskingProps) => {
  const t = useWords("students");
  const c = useWords("consents");
  const { any } = useTranslator();
  return (
    <>
      {requests.length > 0 && (
        <div className="mt-4">
          <h3 className="text-base">{t("page.open")}</h3>
          <ul>
            {requests.map((one) => (
              <li key={one.id} className="border-b border-(--line) py-2.5">
                <div className="between">
                  <span>
                    {one.guardian} · {c(`purpose.${one.purpose}`)}
                  </span>
                  <span className="meta">{one.mailed ? t("page.openMailed") : t("page.openPass")}</span>
                </div>
                <div className="row">
                  <span className="note break-all">{one.link}</span>
                  <CopyButton text={one.link} />
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      <details className="mt-4" open={state !== null}>
        <summary>{t("page.ask")}</summary>
        <p className="meta mt-2">{t("page.askText")}</p>
        <form method="post" className="form mt-3">
          <HiddenField name="intent" value="ask" />
          <SelectField
            name="purpose"
            label={t("page.purpose")}
            empty={false}
            required
            defaultValue={shown(state, "purpose", CONSENT_PURPOSES[0])}
            options={CONSENT_PURPOSES.map((one) => ({ value: one, label: c(`purpose.${one}`) }))}
          />
          <TextField
            name="recipient"
            label={t("page.recipient")}
            hint={t("page.recipientHint")}
            maxLength={120}
            defaultValue={shown(state, "recipient")}
            error={errorFor(state, "recipient", any)}
          />
          <div className="form-end">
            <Button>{t("page.askSubmit")}</Button>
          </div>
        </form>
      </details>
    </>
  );
};
