import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { ChangeItem } from "../queries/standing.server";
import { ChangeRecord } from "./ChangeRecord";

/** Requests for another name or code, with the operator's decision on the one that waits. */
export const OperatorChanges = ({
  changes,
  state,
}: {
  changes: readonly ChangeItem[];
  state: FormState | null;
}) => {
  const t = useWords("trust");
  const { any } = useTranslator();
  if (changes.length === 0) return <p className="meta mt-3">{t("desk.noChanges")}</p>;
  return (
    <>
      {changes.map((change) => (
        <div key={change.id}>
          <ChangeRecord change={change} />
          {change.decision === null && (
            <form method="post" className="form mt-3">
              <HiddenField name="intent" value="decide-change" />
              <HiddenField name="change" value={change.id} />
              <TextField
                id="change-reason"
                name="reason"
                label={t("admin.reasonLabel")}
                hint={t("admin.refuseHint")}
                maxLength={1000}
                defaultValue={shown(state, "reason")}
                error={errorFor(state, "reason", any)}
              />
              <div className="form-end">
                <Button name="outcome" value="approved">
                  {t("admin.approve")}
                </Button>
                <Button name="outcome" value="refused" look="ghost">
                  {t("admin.refuse")}
                </Button>
              </div>
            </form>
          )}
        </div>
      ))}
    </>
  );
};
