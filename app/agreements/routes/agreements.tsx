import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
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
import { TONES } from "../components/sentences";
import { agreementCounts, agreementsList, filterOf } from "../queries/agreements-list.server";
import { AGREEMENT_STATES } from "../rules/life";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const filter = filterOf(new URL(request.url).searchParams);
  const [list, counts] = await Promise.all([
    agreementsList(ctx, filter),
    agreementCounts(ctx.actor.organizationId),
  ]);
  return {
    title: translatorFor(languageOf(request.headers)).room("agreements")("title"),
    ...list,
    counts,
    filter,
    mayDraft: ctx.actor.organization.role === "owner" || ctx.actor.organization.role === "coordinator",
    now: ctx.clock.now().toISOString(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The agreements of one's organization, what is due soonest first. */
export default function Agreements() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { rows, next, counts, filter, mayDraft, now } = useLoaderData<typeof loader>();
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0);
  const address = (state: string | null, waiting = false, after?: string) => {
    const query = new URLSearchParams({
      ...(state ? { state } : {}),
      ...(waiting ? { waiting: "1" } : {}),
      ...(after ? { after } : {}),
    });
    const text = query.toString();
    return `/agreements${text ? `?${text}` : ""}`;
  };
  const create = mayDraft ? <LinkButton href="/agreements/new">{t("list.new")}</LinkButton> : null;
  const filters = [
    { href: address(null), label: t("list.all"), count: total, current: !filter.state && !filter.waiting },
    { href: address(null, true), label: t("list.waiting"), count: null, current: filter.waiting },
    ...AGREEMENT_STATES.filter((state) => counts[state]).map((state) => ({
      href: address(state),
      label: t(`state.${state}`),
      count: counts[state] ?? 0,
      current: filter.state === state,
    })),
  ];
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("lead")} action={create} />
      {total > 0 && (
        <nav aria-label={t("title")} className="row my-4">
          {filters.map((one) => (
            <a key={one.href} href={one.href} className="tag" aria-current={one.current ? "page" : undefined}>
              {one.current ? <b>{one.label}</b> : one.label}{" "}
              {one.count !== null && <span className="num">{one.count}</span>}
            </a>
          ))}
        </nav>
      )}
      <DataTable
        caption={t("list.caption")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState
            level={2}
            title={t(total === 0 ? "list.empty" : "list.noneHere")}
            action={total === 0 ? create : null}
          >
            {total === 0 && <p>{t("list.emptyText")}</p>}
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            label: t("field.title"),
            lead: true,
            cell: (row) => (
              <>
                <a href={`/agreements/${row.id}`}>{row.title}</a>
                <div className="note">{any(`agreements.kind.${row.kind}`)}</div>
              </>
            ),
          },
          { key: "with", label: t("list.counterpart"), cell: (row) => row.with },
          {
            key: "state",
            label: t("list.state"),
            cell: (row) => (
              <StateBadge
                tone={row.waiting ? "act" : (TONES[row.state] ?? "neutral")}
                word={any(`agreements.state.${row.state}`)}
              />
            ),
          },
          {
            key: "due",
            label: t("list.due"),
            cell: (row) => (row.due ? <DueDate due={row.due} now={now} /> : t("list.none")),
          },
          {
            key: "health",
            label: t("list.health"),
            numeric: true,
            cell: (row) =>
              row.health ? (
                <>
                  {row.health.score}
                  {["at_risk", "hollow"].includes(row.health.state) && (
                    <div className="note">{any(`agreements.healthState.${row.health.state}`)}</div>
                  )}
                </>
              ) : (
                t("list.none")
              ),
          },
        ]}
      />
      <Pagination
        {...(filter.after ? { firstHref: address(filter.state, filter.waiting) } : {})}
        {...(next ? { nextHref: address(filter.state, filter.waiting, next) } : {})}
      />
    </>
  );
}
