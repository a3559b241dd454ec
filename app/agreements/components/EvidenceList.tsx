import { Button } from "~/ui/Button";
import { DueDate } from "~/ui/DueDate";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { CommitmentPageData } from "../commitment-page-data";

const TONES: Record<string, Tone> = {
  pending: "wait",
  accepted: "ok",
  disputed: "bad",
  withdrawn: "neutral",
};

type Evidence = CommitmentPageData["evidence"][number];

const Decision = ({ one, page }: { one: Evidence; page: CommitmentPageData }) => {
  const t = useWords("agreements");
  const mineToDecide = page.decides && ["pending", "disputed"].includes(one.state);
  const mineToTake = page.owes && ["pending", "disputed"].includes(one.state);
  if (!mineToDecide && !mineToTake) return null;
  return (
    <form method="post" className="form mt-2">
      <HiddenField name="intent" value="decide" />
      <HiddenField name="evidenceId" value={one.id} />
      <HiddenField name="version" value={one.version} />
      {mineToDecide && one.state === "pending" && (
        <>
          <label htmlFor={`note-${one.id}`}>{t("commitment.disputeNote")}</label>
          <input id={`note-${one.id}`} name="note" className="input" maxLength={500} />
        </>
      )}
      <div className="row">
        {mineToDecide && (
          <Button small name="decision" value="accept">
            {t("action.accept")}
          </Button>
        )}
        {mineToDecide && one.state === "pending" && (
          <Button small look="ghost" name="decision" value="dispute">
            {t("action.dispute")}
          </Button>
        )}
        {mineToTake && (
          <Button small look="quiet" name="decision" value="withdraw">
            {t("action.take")}
          </Button>
        )}
      </div>
    </form>
  );
};

/** Every delivery of a promise: how much, when, what shows it, and what the other side said. */
export const EvidenceList = ({ page }: { page: CommitmentPageData }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  if (page.evidence.length === 0) return <p className="meta">{t("commitment.none")}</p>;
  return (
    <ol>
      {page.evidence.map((one) => (
        <li key={one.id} className="border-b border-line py-3">
          <div className="between">
            <span>
              <b className="num">
                {one.quantity} {page.commitment.unit}
              </b>{" "}
              <span className="num">{one.happenedOn}</span>
            </span>
            <StateBadge
              tone={TONES[one.state] ?? "neutral"}
              word={any(`agreements.commitment.${one.state}`)}
            />
          </div>
          {one.note && <p>{one.note}</p>}
          <div className="note">
            {one.by} {one.authorName} ·{" "}
            <RelativeDate at={new Date(one.submittedAt).toISOString()} now={page.now} />
            {one.recordType && ` · ${t("commitment.counts")}`}
            {one.fileId && (
              <>
                {" · "}
                <a href={`/agreements/${page.agreement.id}/files/${one.fileId}`}>{t("field.file")}</a>
              </>
            )}
            {one.state === "pending" && (
              <>
                {" · "}
                {t("commitment.answerBy", { date: one.answerBy })}{" "}
                <DueDate due={one.answerBy} now={page.now} />
              </>
            )}
          </div>
          {one.decisionNote && <p className="meta">{one.decisionNote}</p>}
          <Decision one={one} page={page} />
        </li>
      ))}
    </ol>
  );
};
