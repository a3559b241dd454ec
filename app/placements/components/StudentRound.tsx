import { findingLines } from "~/marketplace/finding-lines";
import type { Finding } from "~/regulations/rules/evaluate";
import { FindingList } from "~/ui/FindingList";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ownChoices, WhyNot } from "../queries/round-choices.server";
import type { RoundState } from "../rules/round-lifecycle";

type Own = Awaited<ReturnType<typeof ownChoices>>;
type Choice = Own["choices"][number];

/** Why a choice went as it did, with numbers and nobody's name. */
const Why = ({ choice }: { choice: Choice }) => {
  const t = useWords("rounds");
  const translator = useTranslator();
  const why: WhyNot = choice.why;
  if (why.kind === "got") return <StateBadge tone="ok" word={t("why.got")} />;
  if (why.kind === "withdrawn") return <p>{t("why.withdrawn", { reason: why.reason })}</p>;
  if (why.kind === "rules") {
    return (
      <>
        <p>{t("why.rules")}</p>
        <FindingList findings={findingLines(why.findings as Finding[], translator)} />
      </>
    );
  }
  if (why.kind === "order") {
    const { reason, values } = why.explanation;
    const { capacity, position } = values;
    if (reason === "behindLast" && capacity !== undefined && position !== undefined)
      return <p>{t("why.taken", { rank: choice.rank, capacity, position })}</p>;
    return <p>{t("why.order", { reason: translator.any(`matching.round.why.${reason}`, values) })}</p>;
  }
  return <p className="meta">{t(`why.${why.kind}`)}</p>;
};

/** A round as its student reads it: where they go, and for every choice they liked better why not. */
export const StudentRound = ({
  own,
  round,
}: {
  own: Own;
  round: { id: string; state: RoundState; publishOn: string };
}) => {
  const t = useWords("rounds");
  const translator = useTranslator();
  const got = own.choices.find(({ why }) => why.kind === "got");
  const open = round.state === "open";
  return (
    <>
      {round.state === "confirmed" && (
        <Notice tone={got ? "ok" : "wait"}>
          <b>{got ? t("why.gotText", { title: got.title, host: got.host }) : t("why.noneGot")}</b>
          {!got && <p>{t("why.noneGotText")}</p>}
          {own.placementId && (
            <p>
              <a href={`/placements/${own.placementId}`}>{t("why.placement")}</a>
            </p>
          )}
        </Notice>
      )}
      {open && own.choices.length > 0 && <Notice>{t("why.waiting", { date: round.publishOn })}</Notice>}
      {(round.state === "ranking" || round.state === "preview") && <Notice>{t("why.ranking")}</Notice>}
      <Section
        id="choices"
        title={t(round.state === "confirmed" ? "why.title" : "choices.own")}
        aside={
          open && (
            <LinkButton small look="quiet" href={`/rounds/${round.id}/choices`}>
              {t("act.change")}
            </LinkButton>
          )
        }
      >
        {own.choices.length === 0 ? (
          <p className="meta my-3">{t("choices.none")}</p>
        ) : (
          <ol>
            {own.choices.map((choice) => (
              <li key={choice.slotId} className="item">
                <div>
                  <p className="note">{t("why.nth", { rank: choice.rank })}</p>
                  <h3>{choice.title}</h3>
                  <p className="meta">
                    {choice.host} · {t("choices.seats", { seats: choice.capacity })}
                  </p>
                  <Why choice={choice} />
                </div>
              </li>
            ))}
          </ol>
        )}
        {round.state === "confirmed" && (
          <p className="note mt-3">
            {t("why.code", { code: own.code })}
            {own.stability && (
              <>
                <br />
                {translator.any(`matching.round.stability.${own.stability}`)}
              </>
            )}
          </p>
        )}
      </Section>
    </>
  );
};
