import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { useWords } from "~/words/use-words";

type SubmissionFormProps = { state: string; version: number; ready: boolean };

/** Hands the profile to the operator, or takes it back while it waits. */
export const SubmissionForm = ({ state, version, ready }: SubmissionFormProps) => {
  const t = useWords("organizations");
  const open = state === "draft" || state === "returned";
  if (!open && state !== "submitted") return null;
  return (
    <form method="post" encType="multipart/form-data" className="form-end">
      <HiddenField name="version" value={version} />
      {open ? (
        <Button name="intent" value="submit" look={ready ? "primary" : "ghost"}>
          {t(state === "returned" ? "step.mend" : "verification.submit")}
        </Button>
      ) : (
        <ConfirmButton
          id="withdraw"
          label={t("verification.withdraw")}
          question={t("verification.withdrawAsk")}
          look="ghost"
          name="intent"
          value="withdraw"
        />
      )}
    </form>
  );
};
