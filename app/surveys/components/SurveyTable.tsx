import type { ReactNode } from "react";
import { DataTable } from "~/ui/DataTable";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ListedSurvey } from "../queries/surveys-list.server";
import { FEWEST_TOLD, responseRate } from "../rules/figures";
import { percentText } from "./result-text";
import { PHASE_TONE } from "./survey-tone";

type Props = { caption: string; surveys: readonly ListedSurvey[]; owners?: boolean; empty?: ReactNode };

/** Surveys with whom they ask, until when, how many answered, and how satisfied they are once that is told. */
export const SurveyTable = ({ caption, surveys, owners = false, empty }: Props) => {
  const t = useWords("surveys");
  const { any } = useTranslator();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={surveys}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: "survey",
          label: t("list.survey"),
          lead: true,
          cell: (row) => (
            <>
              <a href={`/surveys/${row.id}`}>{row.title}</a>
              <span className="note block">
                {any(`surveys.audience.${row.audience}`)}
                {owners && ` · ${row.owner}`}
              </span>
            </>
          ),
        },
        {
          key: "state",
          label: t("list.state"),
          cell: ({ phase }) => <StateBadge tone={PHASE_TONE[phase]} word={t(`phase.${phase}`)} />,
        },
        {
          key: "days",
          label: t("list.days"),
          cell: ({ opensOn, closesOn }) => <span className="num">{`${opensOn} – ${closesOn}`}</span>,
        },
        {
          key: "response",
          label: t("list.response"),
          numeric: true,
          cell: ({ answered, invited }) => {
            const rate = responseRate(answered, invited);
            return rate === null
              ? t("list.notInvited")
              : t("list.responseValue", { share: percentText(rate), answered, invited });
          },
        },
        {
          key: "overall",
          label: t("list.overall"),
          numeric: true,
          cell: ({ figure, phase }) =>
            figure.told ? (
              <b>
                {t("list.overallValue", {
                  share: percentText(figure.shareBp),
                  satisfied: figure.satisfied,
                  answers: figure.answers,
                })}
              </b>
            ) : (
              <span className="text-faint">
                {phase === "closed"
                  ? t("list.few", { count: FEWEST_TOLD })
                  : phase === "cancelled"
                    ? t("page.notAsked")
                    : t("list.later")}
              </span>
            ),
        },
      ]}
    />
  );
};
