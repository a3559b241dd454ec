import type { ReactNode } from "react";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button, type ButtonLook } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

type ReasonFormProps = {
  intent: string;
  version: number;
  label: string;
  look?: ButtonLook;
  /** Asked once more before it is done. */
  question?: string;
  state: FormState | null;
  children?: ReactNode;
};

/** Something the operator may do for a reason, which goes on record. */
export const ReasonForm = ({ intent, version, label, look, question, state, children }: ReasonFormProps) => {
  const t = useWords("operator");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      {children}
      <HiddenField name="intent" value={intent} />
      <HiddenField name="version" value={version} />
      <TextField
        id={`${intent}-reason`}
        name="reason"
        label={t("people.reason")}
        hint={t("people.reasonHint")}
        maxLength={300}
        required
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
      />
      <div className="form-end">
        {question ? (
          <ConfirmButton id={`${intent}-ask`} label={label} question={question} {...(look ? { look } : {})} />
        ) : (
          <Button {...(look ? { look } : {})}>{label}</Button>
        )}
      </div>
    </form>
  );
};
