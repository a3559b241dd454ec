import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { ROUND_TONES } from "../components/round-tone";
import { roundsList } from "../queries/rounds-list.server";
import { ROUND_KINDS } from "../round-request.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context, ROUND_KINDS);
  const after = new URL(request.url).searchParams.get("after");
  const { organization } = ctx.actor;
  return {
    title: translatorFor(languageOf(request.headers)).room("rounds")("title"),
    ...(await roundsList(ctx, after)),
    after,
    mayStart: organization.kind === "school" && mayWrite(ctx.actor) && organization.verified,
    now: ctx.clock.now().toISOString(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const LEADS = { school: "lead", host: "leadHost", student: "leadStudent" } as const;
const EMPTY = { school: "list.emptySchool", host: "list.emptyHost", student: "list.emptyStudent" } as const;

/** The rounds one has a part in, the newest first. */
export default function Rounds() {
  const t = useWords("rounds");
  const { reader, rows, next, after, mayStart, now } = useLoaderData<typeof loader>();
  const create = mayStart ? <LinkButton href="/rounds/new">{t("list.new")}</LinkButton> : null;
  return (
    <>
      <PageHeader title={t("title")} subtitle={t(LEADS[reader])} action={create} />
      <div className="mt-5">
        <DataTable
          caption={t("list.caption")}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          empty={
            <EmptyState level={2} title={t("list.empty")} action={create}>
              <p>{t(EMPTY[reader])}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("list.name"),
              lead: true,
              cell: (row) => (
                <>
                  <a href={`/rounds/${row.id}`}>{row.name}</a>
                  <div className="note">{row.school}</div>
                </>
              ),
            },
            {
              key: "state",
              label: t("list.state"),
              cell: ({ state }) => <StateBadge tone={ROUND_TONES[state]} word={t(`state.${state}`)} />,
            },
            {
              key: "chosen",
              label: t("list.chosen"),
              numeric: true,
              cell: ({ chosen, students }) => t("list.of", { chosen, students }),
            },
            { key: "seats", label: t("list.seats"), numeric: true, cell: ({ seats }) => seats },
            {
              key: "due",
              label: t("list.due"),
              cell: ({ due }) => (due ? <DueDate due={due} now={now} /> : t("list.none")),
            },
          ]}
        />
        <Pagination
          {...(after ? { firstHref: "/rounds" } : {})}
          {...(next ? { nextHref: `/rounds?after=${next}` } : {})}
        />
      </div>
    </>
  );
}
