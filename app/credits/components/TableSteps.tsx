import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { TablePage } from "../queries/table-page.server";

type Props = { page: TablePage; state: FormState | null | undefined; may: boolean; submissionKey: string };

/** What is the reader's school's to do with this version: agree, sign, or take it back. */
export const TableSteps = ({ page, state, may }: Omit<Props, "submissionKey">) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { shown: version, mine } = page;
  if (!version || !mine || !may) return null;
  const agreed = mine === "from" ? version.agreedFrom : version.agreedTo;
  const signed = mine === "from" ? version.signedFrom : version.signedTo;
  const error = (name: string) => errorFor(state, name, any);
  return (
    <>
      {version.state === "draft" && page.lines.length > 0 && !agreed && (
        <form method="post" className="form">
          <HiddenField name="version" value={version.version} />
          <p className="meta">{t("table.agreeHint")}</p>
          <div>
            <Button name="intent" value="agree">
              {t("table.agree")}
            </Button>
          </div>
        </form>
      )}
      {version.state === "signing" && !signed && (
        <form method="post" className="form">
          <HiddenField name="digest" value={version.digest ?? ""} />
          <HiddenField name="intent" value="sign" />
          <TextField
            name="password"
            type="password"
            label={t("field.password")}
            hint={t("table.signHint", { ordinal: version.ordinal })}
            required
            autoComplete="current-password"
            error={error("password")}
          />
          <p className="meta">{t("document.consent")}</p>
          <div>
            <Button>{t("table.sign")}</Button>
          </div>
        </form>
      )}
      {version.state === "signing" && (
        <details>
          <summary>{t("table.reopen")}</summary>
          <form method="post" className="form mt-3">
            <HiddenField name="version" value={version.version} />
            <HiddenField name="intent" value="reopen" />
            <TextField
              name="reason"
              label={t("field.reason")}
              required
              maxLength={500}
              defaultValue={shown(state, "reason")}
              error={error("reason")}
            />
            <div>
              <Button look="ghost">{t("table.reopen")}</Button>
            </div>
          </form>
        </details>
      )}
    </>
  );
};

/** Opening the next version, which begins with the lines in force. */
export const NextVersion = ({ page, state, submissionKey }: Omit<Props, "may">) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const error = (name: string) => errorFor(state, name, any);
  return (
    <details open={state?.typed.intent === "open"}>
      <summary>{t("table.newVersion")}</summary>
      <form method="post" className="form mt-3">
        <HiddenField name="submissionKey" value={submissionKey} />
        <HiddenField name="intent" value="open" />
        <p className="meta">{t("table.newVersionHint")}</p>
        <DateField
          name="validFrom"
          label={t("field.validFrom")}
          required
          min={page.today}
          defaultValue={shown(state, "validFrom", page.today)}
          error={error("validFrom")}
        />
        <div>
          <Button look="ghost">{t("table.newVersion")}</Button>
        </div>
      </form>
    </details>
  );
};
