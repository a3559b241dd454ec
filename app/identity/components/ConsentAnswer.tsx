import type { ReactNode } from "react";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";
import type { ConsentAct } from "../rules/consent-standing";

type ConsentAnswerProps = {
  /** Unique on the page where several matters are shown. */
  id: string;
  standing: ConsentAct | "none";
  state: FormState | null;
  /** Hidden fields that say which matter is meant. */
  children?: ReactNode;
};

/** Consent, refuse with a reason, or take it back: one form, the verb is the button. */
export const ConsentAnswer = ({ id, standing, state, children }: ConsentAnswerProps) => {
  const t = useWords("consents");
  const { any } = useTranslator();
  const given = standing === "given";
  return (
    <form method="post" className="form no-print mt-5">
      {children}
      <TextArea
        name="reason"
        id={`reason-${id}`}
        label={given ? t("answer.withdrawReason") : t("answer.reason")}
        rows={2}
        maxLength={500}
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
      />
      <div className="row">
        {given ? (
          <ConfirmButton
            id={`withdraw-${id}`}
            label={t("answer.withdraw")}
            question={t("answer.withdrawQuestion")}
            name="intent"
            value="withdrawn"
          >
            <p>{t("answer.withdrawText")}</p>
          </ConfirmButton>
        ) : (
          <>
            <Button name="intent" value="given">
              {t("answer.give")}
            </Button>
            {standing !== "refused" && (
              <Button look="ghost" name="intent" value="refused">
                {t("answer.refuse")}
              </Button>
            )}
          </>
        )}
      </div>
    </form>
  );
};
