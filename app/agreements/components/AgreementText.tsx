import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementContent } from "../rules/content";
import { chineseNumber } from "../rules/numbering";

export type ClauseComment = {
  id: string;
  clauseId: string;
  authorName: string;
  text: string;
  createdAt: Date | string;
  resolvedAt: Date | string | null;
  resolvedBy: string | null;
};

type AgreementTextProps = {
  content: AgreementContent;
  comments?: readonly ClauseComment[];
  /** Shows a field for a comment under each clause. */
  commentable?: boolean;
  now: string;
};

/** The number of a clause as the reader's language counts it. */
export const useClauseNumber = () => {
  const t = useWords("agreements");
  const { language } = useTranslator();
  return (index: number): string =>
    t("edit.clauseNumber", { number: language === "en" ? index + 1 : chineseNumber(index + 1) });
};

type CommentProps = { comment: ClauseComment; settleable: boolean; now: string };

const Comment = ({ comment, settleable, now }: CommentProps) => {
  const t = useWords("agreements");
  const { id, authorName, text, createdAt, resolvedAt, resolvedBy } = comment;
  return (
    <div className={`meta border-l-2 pl-3 ${resolvedAt ? "border-line" : "border-act"}`}>
      <p>
        {authorName}：{text}{" "}
        <RelativeDate at={typeof createdAt === "string" ? createdAt : createdAt.toISOString()} now={now} />
      </p>
      {resolvedAt && <p className="note">{t("page.commentSettled", { who: resolvedBy ?? "" })}</p>}
      {settleable && !resolvedAt && (
        <form method="post" className="no-print">
          <HiddenField name="intent" value="resolve" />
          <HiddenField name="commentId" value={id} />
          <Button look="quiet" small>
            {t("action.settleComment")}
          </Button>
        </form>
      )}
    </div>
  );
};

/** An agreement's clauses as one reads them, with what was said about each. */
export const AgreementText = ({ content, comments = [], commentable, now }: AgreementTextProps) => {
  const t = useWords("agreements");
  const numberOf = useClauseNumber();
  return (
    <ol className="stack">
      {content.clauses.map((clause, index) => (
        <li key={clause.id} id={`clause-${clause.id}`} lang="zh-CN">
          <h3>
            {numberOf(index)} {clause.title}
          </h3>
          <p className="whitespace-pre-line">{clause.text}</p>
          {comments
            .filter((one) => one.clauseId === clause.id)
            .map((one) => (
              <Comment key={one.id} comment={one} settleable={commentable ?? false} now={now} />
            ))}
          {commentable && (
            <details className="no-print">
              <summary className="note">{t("action.comment")}</summary>
              <form method="post" className="form mt-2">
                <HiddenField name="intent" value="comment" />
                <HiddenField name="clauseId" value={clause.id} />
                <label htmlFor={`comment-${clause.id}`}>{t("field.comment")}</label>
                <textarea
                  id={`comment-${clause.id}`}
                  name="text"
                  className="input"
                  rows={2}
                  required
                  minLength={2}
                  maxLength={1000}
                />
                <Button look="ghost" small>
                  {t("action.comment")}
                </Button>
              </form>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
};
