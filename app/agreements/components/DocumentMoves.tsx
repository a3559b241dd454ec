import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";

type Page = AgreementPageData;

/** Reminds the others of what waits for them; says from when again if that was done lately. */
const RemindForm = ({ page }: { page: Page }) => {
  const t = useWords("agreements");
  const { reminder, today } = page;
  if (!reminder) return null;
  if (reminder.nextOn > today)
    return <span className="note">{t("page.remindAgain", { date: reminder.nextOn })}</span>;
  return (
    <form method="post">
      <HiddenField name="intent" value="remind" />
      <Button look="ghost">{t("action.remind")}</Button>
    </form>
  );
};

/** Passing the baton and ending the negotiation: what the header's one action leaves over. */
export const DocumentMoves = ({ page }: { page: Page }) => {
  const t = useWords("agreements");
  const { document, moves, approvals } = page;
  if (!document.open) return <RemindForm page={page} />;
  const base = `/agreements/${page.agreement.id}`;
  return (
    <div className="stack">
      {["negotiating", "approved"].includes(document.state) && (
        <p className="meta">
          {approvals.length > 0
            ? t("page.approvals", { names: approvals.join("、") })
            : t("page.noApprovals")}
        </p>
      )}
      <div className="row">
        {document.state !== "draft" && moves.includes("send") && (
          <form method="post" className="row">
            <HiddenField name="intent" value="send" />
            <HiddenField name="version" value={document.version} />
            <Button look="ghost">{t("action.send")}</Button>
          </form>
        )}
        <RemindForm page={page} />
        {document.number > 1 && (
          <LinkButton look="quiet" href={`${base}/compare?document=${document.id}`}>
            {t("action.compare")}
          </LinkButton>
        )}
        {document.kind === "main" && moves.includes("edit") && (
          <LinkButton look="quiet" href={`${base}/parties`}>
            {t("parties.change")}
          </LinkButton>
        )}
        {document.state === "draft" && moves.includes("withdraw") && (
          <form method="post">
            <HiddenField name="intent" value="withdraw" />
            <HiddenField name="version" value={document.version} />
            <HiddenField name="reason" value="-" />
            <ConfirmButton
              id="ask-withdraw-draft"
              look="quiet"
              label={t("action.withdrawDraft")}
              question={t("ask.withdraw")}
            />
          </form>
        )}
      </div>
      {document.state !== "draft" && moves.includes("withdraw") && (
        <details>
          <summary>{t("action.withdraw")}</summary>
          <form method="post" className="form mt-3">
            <HiddenField name="intent" value="withdraw" />
            <HiddenField name="version" value={document.version} />
            <label htmlFor="withdraw-reason">{t("field.reason")}</label>
            <textarea
              id="withdraw-reason"
              name="reason"
              className="input"
              rows={2}
              required
              minLength={4}
              maxLength={500}
            />
            <ConfirmButton id="ask-withdraw" label={t("action.withdraw")} question={t("ask.withdraw")} />
          </form>
        </details>
      )}
    </div>
  );
};
