import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { CardPage } from "../queries/card-page.server";

/** What the school said to its card, newest first, each with its file. */
export const CardAnswers = ({ page, now }: { page: CardPage; now: string }) => {
  const t = useWords("cards");
  return (
    <Section id="answers" title={t("page.answers")}>
      {page.answers.length === 0 && <p className="meta mt-3">{t("page.noAnswers")}</p>}
      {page.answers.map((answer) => (
        <article key={answer.id} className="item">
          <div>
            <p className="whitespace-pre-line">{answer.text}</p>
            <p className="meta">
              {answer.author} · <RelativeDate at={answer.at} now={now} />
              {answer.file && (
                <>
                  {" · "}
                  <a href={`/oversight/cards/${page.id}/files/${answer.file.id}`}>{answer.file.name}</a>
                </>
              )}{" "}
              {answer.earlier && <Tag>{t("page.answersEarlier")}</Tag>}
            </p>
          </div>
        </article>
      ))}
    </Section>
  );
};
