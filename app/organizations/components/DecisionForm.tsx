import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import { GAP_FIELDS } from "../rules/profile-completeness";

type DecisionFormProps = { verified: boolean; state: FormState | null };

/** The operator's decision: approve, or return with a reason and notes beside the fields; a verified one, take back. */
export const DecisionForm = ({ verified, state }: DecisionFormProps) => {
  const t = useWords("admin");
  const words = useWords("organizations");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-4">
      <TextArea
        name="reason"
        label={t(verified ? "case.revokeReason" : "case.reason")}
        hint={t(verified ? "case.revokeHint" : "case.reasonHint")}
        error={errorFor(state, "reason", any)}
        defaultValue={shown(state, "reason")}
        rows={3}
        maxLength={1000}
      />
      <details open={state !== null}>
        <summary className="min-h-11 cursor-pointer py-2 font-medium">{t("case.notes")}</summary>
        <p className="hint">{t("case.notesHint")}</p>
        <div className="form">
          {GAP_FIELDS.map((field) => (
            <TextField
              key={field}
              name={`note.${field}`}
              label={words(`field.${field}`)}
              error={errorFor(state, `note.${field}`, any)}
              defaultValue={shown(state, `note.${field}`)}
              maxLength={300}
            />
          ))}
        </div>
      </details>
      <div className="form-end">
        {verified ? (
          <ConfirmButton
            id="revoke"
            label={t("case.revoke")}
            question={t("case.revokeAsk")}
            name="intent"
            value="return"
          />
        ) : (
          <>
            <Button name="intent" value="approve">
              {t("case.approve")}
            </Button>
            <Button name="intent" value="return" look="ghost">
              {t("case.return")}
            </Button>
          </>
        )}
      </div>
    </form>
  );
};
