import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { AtWorkLinks } from "../components/AtWorkLinks";
import { PlacementFilters } from "../components/PlacementFilters";
import { nextText, PLACEMENT_TONES } from "../components/placement-sentences";
import { placementFacets, placementFilterOf, placementList } from "../queries/placement-list.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const filter = placementFilterOf(new URL(request.url).searchParams);
  const now = clock.now();
  const [list, facets] = await Promise.all([placementList(actor, filter, now), placementFacets(actor)]);
  if (!list || !facets) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return {
    title: translatorFor(languageOf(request.headers)).room("placements")("title"),
    ...list,
    facets,
    filter,
    mayAct: actor.organization !== null && mayWrite({ organization: actor.organization }),
    now: now.toISOString(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The placements somebody has to do with: whose, where, when, in which state, and what comes next. */
export default function Placements() {
  const t = useWords("placements");
  const translator = useTranslator();
  const { as, rows, next, facets, filter, mayAct, now } = useLoaderData<typeof loader>();
  const staff = as === "school" || as === "host" || as === "teacher" || as === "mentor";
  const weeks = as === "school" || as === "teacher" ? "/placements/weeks" : "/weeks";
  const address = (changes: Record<string, string | null>) => {
    const query = new URLSearchParams();
    const all = { ...filter, class: filter.className, className: null, after: null, ...changes };
    for (const [key, value] of Object.entries(all)) if (value) query.set(key, value);
    const text = query.toString();
    return `/placements${text ? `?${text}` : ""}`;
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t(`lead.${as}`)}
        action={
          <>
            <LinkButton look="quiet" href={weeks}>
              {translator.any(weeks === "/weeks" ? "followup.title" : "followup.board.title")}
            </LinkButton>
            {as === "school" ? (
              <>
                {mayAct && (
                  <LinkButton look="quiet" href="/organization/outcomes">
                    {translator.any("outcomes.school.title")}
                  </LinkButton>
                )}
                <LinkButton href="/placements/gates">{t("gates.title")}</LinkButton>
              </>
            ) : as === "host" ? (
              <>
                <LinkButton look="quiet" href="/placements/exceptions">
                  {t("headCount.title")}
                </LinkButton>
                {mayAct && <LinkButton href="/placements/missing">{t("missing.title")}</LinkButton>}
              </>
            ) : null}
          </>
        }
      />
      <AtWorkLinks as={as} />
      {staff && <PlacementFilters facets={facets} filter={filter} as={as} address={address} />}
      <DataTable
        caption={t("list.caption")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState level={2} title={t("list.empty")}>
            <p>{t(`list.emptyText.${as}`)}</p>
          </EmptyState>
        }
        columns={[
          {
            key: "student",
            label: t(staff || as === "guardian" ? "list.student" : "list.post"),
            lead: true,
            cell: (row) => (
              <>
                <a href={`/placements/${row.id}`}>{as === "student" ? row.title : row.student}</a>
                <div className="note">{as === "student" ? row.host : row.className}</div>
              </>
            ),
          },
          {
            key: "where",
            label: t("list.where"),
            cell: (row) => (
              <>
                {as === "host" || as === "mentor" ? row.school : row.host}
                <div className="note">{row.title}</div>
              </>
            ),
          },
          {
            key: "when",
            label: t("list.when"),
            cell: (row) => (
              <span className="num">
                {row.startsOn} — {row.endsOn}
              </span>
            ),
          },
          {
            key: "state",
            label: t("list.state"),
            cell: (row) => (
              <>
                <StateBadge
                  tone={PLACEMENT_TONES[row.state] ?? "neutral"}
                  word={translator.any(`placements.state.${row.state}`)}
                />
                {row.state === "preparing" && (
                  <div className="note">{t("list.gatesOpen", { open: row.open })}</div>
                )}
              </>
            ),
          },
          { key: "next", label: t("list.next"), cell: (row) => nextText(row.next, translator) },
          {
            key: "due",
            label: t("list.due"),
            cell: (row) => (row.next.by ? <DueDate due={row.next.by} now={now} /> : t("list.none")),
          },
        ]}
      />
      <Pagination
        {...(filter.after ? { firstHref: address({}) } : {})}
        {...(next ? { nextHref: address({ after: next }) } : {})}
      />
    </>
  );
}
