import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";

/** Taking a slot out of a round, folded away: with the reason the school and the students read. */
export const WithdrawSlot = ({ state }: { state: FormState | undefined }) => {
  const t = useWords("rounds");
  const { any } = useTranslator();
  const error = errorFor(state, "reason", any);
  return (
    <details open={error !== undefined}>
      <summary>{t("ranks.withdrawTitle")}</summary>
      <form method="post" className="form mt-3">
        <TextArea
          name="reason"
          label={t("field.reason")}
          required
          rows={2}
          maxLength={300}
          defaultValue={shown(state, "reason")}
          error={error}
        />
        <ConfirmButton
          id="ask-withdraw"
          label={t("act.withdraw")}
          question={t("ask.withdraw")}
          name="intent"
          value="withdraw"
        />
      </form>
    </details>
  );
};
