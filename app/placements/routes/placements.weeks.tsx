import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { WeekBadge } from "../components/WeekRecordView";
import { weeksBoard } from "../queries/weeks-board.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const wished = new URL(request.url).searchParams.get("week");
  const board = await weeksBoard(actor, wished, clock.now());
  if (!board) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return { title: translatorFor(languageOf(request.headers)).room("followup")("board.title"), board };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** A cohort's weeks on one page: what is missing, what deserves a look and why, who has not been spoken to. */
export default function WeeksBoard() {
  const t = useWords("followup");
  const { any } = useTranslator();
  const { title, board } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: any("placements.title") }]}
        title={title}
        subtitle={t("board.lead", { monday: board.monday, missing: board.missing, count: board.rows.length })}
      />
      <nav className="row mb-4" aria-label={t("board.which")}>
        <a href={`/placements/weeks?week=${board.before}`}>{t("board.before")}</a>
        {board.after && <a href={`/placements/weeks?week=${board.after}`}>{t("board.after")}</a>}
      </nav>
      <p className="note mb-4">{t("board.signalsHint")}</p>
      <DataTable
        caption={title}
        captionHidden
        rows={board.rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState level={2} title={t("board.empty")}>
            <p>{t("board.emptyText")}</p>
          </EmptyState>
        }
        columns={[
          {
            key: "student",
            label: t("board.student"),
            lead: true,
            cell: (row) => (
              <>
                <a href={`/placements/${row.id}/weeks`}>{row.student}</a>
                <div className="note">
                  {row.className} · {row.host}
                </div>
              </>
            ),
          },
          ...board.mondays.map((monday, index) => ({
            key: monday,
            label: monday.slice(5),
            cell: (row: (typeof board.rows)[number]) => {
              const state = row.weeks[index]?.state ?? "none";
              return state === "none" || state === "missing" ? (
                <WeekBadge state={state} />
              ) : (
                <a href={`/weeks/${row.id}/${monday}`}>
                  <WeekBadge state={state} />
                </a>
              );
            },
          })),
          {
            key: "hours",
            label: t("list.hours"),
            numeric: true,
            cell: (row) => <span className="num">{row.hours ?? "—"}</span>,
          },
          {
            key: "contact",
            label: t("board.contact"),
            cell: (row) => (
              <span className="num whitespace-nowrap">{row.lastContact ?? t("board.noContact")}</span>
            ),
          },
          {
            key: "signals",
            label: t("board.signals"),
            cell: (row) =>
              row.signals.length === 0 ? (
                "—"
              ) : (
                <ul>
                  {row.signals.map((signal) => (
                    <li key={signal.kind} className="note">
                      {any(`followup.signal.${signal.kind}`, signal.values)}
                    </li>
                  ))}
                </ul>
              ),
          },
        ]}
      />
    </>
  );
}
