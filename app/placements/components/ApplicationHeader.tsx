import { BatonLine } from "~/ui/BatonLine";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import type { ApplicationPage } from "../queries/application-page.server";
import { reasonKey } from "./ApplicationRows";
import { APPLICATION_TONES } from "./application-tone";

/** What this application is, its state, whose turn it is, and what follows. */
export const ApplicationHeader = ({ page, now }: { page: ApplicationPage; now: string }) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const { side, turn, task, after, student, host } = page;
  const holder =
    turn === "host" ? host.name : turn === "student" ? student.name : turn ? t(`side.${turn}`) : "";
  return (
    <>
      <PageHeader
        trail={[{ href: "/applications", label: t("title") }]}
        title={side === "student" ? page.title : `${student.name} · ${page.title}`}
        subtitle={
          <>
            <a href={`/organizations/${host.id}`}>{host.name}</a>
            {` · ${t("row.dates", { from: page.startsOn, to: page.endsOn })}`}
          </>
        }
        state={
          <>
            <StateBadge tone={APPLICATION_TONES[page.state]} word={t(`state.${page.state}`)} />
            {page.bySchool && <Tag>{t("row.school")}</Tag>}
            {page.minor && <Tag>{t("row.minor")}</Tag>}
          </>
        }
        turn={
          turn &&
          task && (
            <BatonLine
              holder={holder}
              mine={turn === side}
              task={t(`task.${task}`)}
              now={now}
              {...(page.replyBy ? { due: page.replyBy } : {})}
            />
          )
        }
      />
      {after && <p className="meta">{t(`after.${after}`)}</p>}
      {page.state === "placed" && <p className="meta mt-3">{t("after.placed")}</p>}
      {page.stuckKey && page.turn && (
        <Notice tone="bad">
          {t("page.stuck")} {any(page.stuckKey)}
        </Notice>
      )}
      {page.reason && (
        <Notice tone={page.state === "rejected" || page.state === "expired" ? "wait" : "neutral"}>
          <b>{t("page.ended")}</b> {any(reasonKey(page))}
          {page.note && <div className="whitespace-pre-line">{page.note}</div>}
        </Notice>
      )}
      {page.suggested && side === "student" && (
        <Notice>
          {t("page.suggestedTitle")}{" "}
          <a href={`/applications/new?listing=${page.suggested.id}&from=${page.id}`}>
            {page.suggested.title}
          </a>
        </Notice>
      )}
    </>
  );
};
