import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { AlertPage } from "../queries/alert-page.server";

/** What the organization answered, newest first, each with its file and what the authority said. */
export const AlertReplies = ({ page, now }: { page: AlertPage; now: string }) => {
  const t = useWords("alerts");
  return (
    <Section id="answers" title={t("page.answers")}>
      {page.replies.length === 0 && <p className="meta mt-3">{t("page.noAnswer")}</p>}
      {page.replies.map((reply) => (
        <article key={reply.id} className="item">
          <div>
            <p className="whitespace-pre-line">{reply.text}</p>
            <p className="meta">
              {reply.author} · <RelativeDate at={reply.at} now={now} />
              {reply.file && (
                <>
                  {" · "}
                  <a href={`/oversight/alerts/${page.id}/files/${reply.file.id}`}>{reply.file.name}</a>
                </>
              )}
            </p>
            {reply.decision && (
              <p className="row mt-1">
                <StateBadge
                  tone={reply.decision === "accepted" ? "ok" : "bad"}
                  word={t(reply.decision === "accepted" ? "page.accepted" : "page.returned")}
                />
                {reply.decisionNote && <span className="meta">{reply.decisionNote}</span>}
              </p>
            )}
          </div>
        </article>
      ))}
    </Section>
  );
};
