import { daysBetween } from "~/platform/time/clock";
import { BatonLine } from "~/ui/BatonLine";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { SealMark } from "~/ui/SealMark";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementPageData } from "../page-data";
import { sealText, TONES } from "./sentences";

type Page = AgreementPageData;

const ONCE_IN_FORCE = ["active", "suspended", "completed", "expired", "terminated"];

/** The one next step of the reader: a link or a button that sends it. */
const NextStep = ({ page }: { page: Page }) => {
  const t = useWords("agreements");
  const { agreement, document, moves, turn } = page;
  const base = `/agreements/${agreement.id}`;
  if (document.state === "signing") {
    const href = `${base}/sign?document=${document.id}`;
    return turn?.mine ? (
      <LinkButton href={href}>{t("action.sign")}</LinkButton>
    ) : (
      <LinkButton href={href} look="ghost">
        {t("action.signings")}
      </LinkButton>
    );
  }
  if (turn?.mine && moves.includes("approve") && document.state === "negotiating") {
    return (
      <form method="post" className="row">
        <HiddenField name="intent" value="approve" />
        <HiddenField name="version" value={document.version} />
        <LinkButton href={`${base}/edit`} look="ghost">
          {t("action.edit")}
        </LinkButton>
        <ConfirmButton
          id="ask-approve"
          look="primary"
          label={t("action.approve")}
          question={t("ask.approve", { number: document.number })}
        />
      </form>
    );
  }
  if (moves.includes("open_signing")) {
    return (
      <form method="post">
        <HiddenField name="intent" value="openSigning" />
        <HiddenField name="version" value={document.version} />
        <ConfirmButton
          id="ask-signing"
          look="primary"
          label={t("action.openSigning")}
          question={t("ask.openSigning", { number: document.number })}
        />
      </form>
    );
  }
  if (document.state === "draft" && moves.includes("send")) {
    return (
      <form method="post" className="row">
        <HiddenField name="intent" value="send" />
        <HiddenField name="version" value={document.version} />
        <LinkButton href={`${base}/edit`} look="ghost">
          {t("action.edit")}
        </LinkButton>
        <Button>{t("action.send")}</Button>
      </form>
    );
  }
  if (moves.includes("edit")) return <LinkButton href={`${base}/edit`}>{t("action.edit")}</LinkButton>;
  if (page.answer)
    return (
      <LinkButton href={`${base}/commitments/${page.answer.commitmentId}`}>{t("action.accept")}</LinkButton>
    );
  if (page.next && page.next.byId === page.mine && page.running) {
    return <LinkButton href={`${base}/commitments/${page.next.id}`}>{t("commitment.submit")}</LinkButton>;
  }
  return null;
};

const Turn = ({ page }: { page: Page }) => {
  const t = useWords("agreements");
  const { turn, now, today } = page;
  if (!turn) return null;
  const waited = turn.since ? daysBetween(new Date(turn.since).toISOString().slice(0, 10), today) : 0;
  return (
    <BatonLine
      holder={turn.holder || t("page.baton.everyone")}
      mine={turn.mine}
      task={t(`page.baton.${turn.kind}`, {
        what: turn.what,
        signed: page.signed.done,
        total: page.signed.total,
      })}
      now={now}
      {...(waited > 0 ? { waited: t("page.waited", { days: waited }) } : {})}
      {...(turn.due ? { due: turn.due } : {})}
    />
  );
};

/** What this agreement is, its state, its seal, whose turn it is and the one next action. */
export const AgreementHead = ({ page }: { page: Page }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { agreement, document, parties } = page;
  const sealed = page.documents.some((one) => one.state === "sealed");
  return (
    <PageHeader
      trail={[
        { href: "/agreements", label: t("title") },
        { href: `/agreements/${agreement.id}`, label: any(`agreements.kind.${agreement.kind}`) },
      ]}
      title={agreement.title}
      state={
        <>
          <StateBadge
            tone={TONES[agreement.state] ?? "neutral"}
            word={any(`agreements.state.${agreement.state}`)}
          />
          <Tag>{`${any(`agreements.documentKind.${document.kind}`, { ordinal: document.ordinal })} · ${t("page.version", { number: document.number })}`}</Tag>
          <Tag>
            <span className="num">
              {agreement.startsOn} — {agreement.endsOn}
            </span>
          </Tag>
        </>
      }
      action={<NextStep page={page} />}
      {...(sealed && ONCE_IN_FORCE.includes(agreement.state)
        ? {
            seal: (
              <SealMark
                text={sealText(parties.map((one) => one.shortName))}
                parties={parties.map((one) => one.name).join("、")}
              />
            ),
          }
        : {})}
      turn={<Turn page={page} />}
    />
  );
};
