import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

type MergeFormProps = { version: number; twin: string | null; state: FormState | null };

/** Names the profile that stays where one body has two. */
export const MergeForm = ({ version, twin, state }: MergeFormProps) => {
  const t = useWords("trust");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="intent" value="merge" />
      <HiddenField name="version" value={version} />
      <p className="hint">{t("admin.mergeText")}</p>
      <TextField
        name="survivor"
        label={t("admin.survivor")}
        maxLength={100}
        required
        defaultValue={shown(state, "survivor", twin ?? "")}
        error={errorFor(state, "survivor", any)}
      />
      <TextField
        id="merge-reason"
        name="reason"
        label={t("admin.reasonLabel")}
        maxLength={2000}
        required
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
      />
      <div className="form-end">
        <ConfirmButton id="merge-ask" label={t("admin.mergeSubmit")} question={t("admin.mergeAsk")} />
      </div>
    </form>
  );
};
