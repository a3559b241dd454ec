import { BatonLine } from "~/ui/BatonLine";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { dayText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { EnquiryPageView } from "../queries/enquiry-page.server";
import type { DeclineReason } from "../rules/decline-reasons";
import { ENQUIRY_TONES } from "./EnquiryRows";

type HeaderProps = { page: EnquiryPageView; now: string };

const Turn = ({ page, now }: HeaderProps) => {
  const t = useWords("enquiries");
  const { language } = useTranslator();
  const { turn, other, subject } = page;
  if (!turn) return null;
  const task = turn.mine ? t(turn.first ? "task.first" : "task.next") : t("task.waiting", { subject });
  const sentOn = turn.remindedAt && t("remindedOn", { date: dayText(turn.remindedAt, now, language) });
  const goesOn = turn.remindAt && t("remindOn", { date: dayText(turn.remindAt, now, language) });
  const notes = [sentOn || (turn.mine ? null : goesOn), turn.certain ? null : t("uncertain")].filter(Boolean);
  return (
    <>
      <BatonLine
        holder={other.name}
        mine={turn.mine}
        task={task}
        waited={turn.waitedDays > 0 ? t("waited", { days: turn.waitedDays }) : t("waitedToday")}
        due={turn.replyBy}
        now={now}
        action={
          turn.mine && page.moves.length > 0 ? (
            <LinkButton href="#answer">{t("act.answer")}</LinkButton>
          ) : null
        }
      />
      {notes.length > 0 && <p className="note mt-2">{notes.join(" ")}</p>}
    </>
  );
};

/** How it ended, and what can be done now. */
const Ending = ({ page, now }: HeaderProps) => {
  const t = useWords("enquiries");
  const { language } = useTranslator();
  const { state, ended, other, sent } = page;
  const us = t("messages.us");
  const again = <a href="/matches">{t("ended.again")}</a>;
  const decliner = page.history.find(({ name }) => name === "enquiry.declined")?.payload.by;
  if (state === "declined") {
    const reason = t(`decline.${(ended.reason ?? "other") as DeclineReason}`);
    return (
      <Notice tone="neutral">
        {t("ended.declined", { name: decliner ?? other.name, reason })}
        {ended.note && <p className="meta">{ended.note}</p>} {again}
      </Notice>
    );
  }
  if (state === "expired") {
    const date = dayText(ended.replyBy, now, language);
    return (
      <Notice tone="wait">
        {t("ended.expired", { name: ended.silent ?? other.name, date })} {again}
      </Notice>
    );
  }
  if (state === "withdrawn") {
    return (
      <Notice tone="neutral">
        {t("ended.withdrawn", { name: sent ? us : other.name })} {again}
      </Notice>
    );
  }
  return null;
};

/** What this enquiry is, its state, whose turn it is, and the one next action. */
export const EnquiryHeader = ({ page, now }: HeaderProps) => {
  const t = useWords("enquiries");
  const { other, state, sent, moves, version } = page;
  return (
    <PageHeader
      title={page.subject}
      trail={[{ href: "/enquiries", label: t("title") }]}
      subtitle={
        <>
          <a href={`/organizations/${other.id}`}>{t(sent ? "row.to" : "row.from", { name: other.name })}</a> ·{" "}
          {other.region}
        </>
      }
      state={
        <>
          <StateBadge tone={ENQUIRY_TONES[state]} word={t(`state.${state}`)} />
          {page.turn?.first && <Tag>{t("row.firstContact")}</Tag>}
        </>
      }
      action={
        moves.includes("withdraw") ? (
          <form method="post">
            <HiddenField name="version" value={version} />
            <ConfirmButton
              id="withdraw"
              look="quiet"
              label={t("act.withdraw")}
              question={t("withdrawQuestion")}
              name="intent"
              value="withdraw"
            >
              {t("withdrawText")}
            </ConfirmButton>
          </form>
        ) : state === "accepted" ? (
          <LinkButton href={`/agreements/new?enquiry=${page.id}`}>{t("act.draftAgreement")}</LinkButton>
        ) : null
      }
      turn={
        <div className="mt-5">
          <Turn page={page} now={now} />
          <Ending page={page} now={now} />
        </div>
      }
    />
  );
};
