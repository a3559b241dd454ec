import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { ResultItem } from "~/ui/ResultItem";
import { StateBadge } from "~/ui/StateBadge";
import { Tabs } from "~/ui/Tabs";
import { Tag } from "~/ui/Tag";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { PROPOSAL_TONES } from "../components/card-words";
import { mayPropose, mayReadCards } from "../policy";
import { proposalFilter, proposalsList } from "../queries/proposals.server";
import { PROPOSAL_STATES } from "../rules/cards/proposals";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const reads = mayReadCards(ctx.actor);
  if (!reads.ok) throwRefusal(reads.refusal);
  const filter = proposalFilter(new URL(request.url).searchParams);
  return {
    title: translatorFor(languageOf(request.headers)).room("cards")("proposals.metaTitle"),
    authority: ctx.actor.organization.kind === "authority",
    mayPropose: mayPropose(ctx.actor).ok,
    filter,
    ...(await proposalsList(ctx, filter)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const address = (state: string | null, after?: string): string => {
  const params = new URLSearchParams();
  if (state) params.set("state", state);
  if (after) params.set("after", after);
  return params.size > 0 ? `/oversight/proposals?${params}` : "/oversight/proposals";
};

/** 专业设置建议: what schools propose about their programmes, by state. */
export default function Proposals() {
  const t = useWords("cards");
  const { language } = useTranslator();
  const { filter, items, next, authority, mayPropose: proposes } = useLoaderData<typeof loader>();
  const make = <LinkButton href="/oversight/proposals/new">{t("proposals.new")}</LinkButton>;
  return (
    <>
      <PageHeader
        title={t("proposals.title")}
        subtitle={t("proposals.subtitle")}
        trail={[{ href: "/oversight/cards", label: t("title") }]}
        action={proposes && items.length > 0 ? make : undefined}
      />
      <div className="mt-4">
        <Tabs
          label={t("proposals.states")}
          tabs={[
            { href: address(null), label: t("proposals.all"), current: filter.state === null },
            ...PROPOSAL_STATES.map((state) => ({
              href: address(state),
              label: t(`proposalState.${state}`),
              current: filter.state === state,
            })),
          ]}
        />
      </div>
      <h2 className="sr-only">{t("proposals.title")}</h2>
      {items.map((item) => (
        <ResultItem
          key={item.id}
          href={`/oversight/proposals/${item.id}`}
          title={`${t(`kind.${item.kind}`)} · ${item.majorName}`}
          meta={[
            authority ? item.school : "",
            item.seats === null ? "" : t("proposals.seats", { count: item.seats }),
            t("proposals.proposedOn", { date: absoluteText(item.proposedOn, language) }),
          ]
            .filter((text) => text !== "")
            .join(" · ")}
          tags={
            <>
              <StateBadge tone={PROPOSAL_TONES[item.state]} word={t(`proposalState.${item.state}`)} />
              <Tag>{t(`kind.${item.kind}`)}</Tag>
            </>
          }
        />
      ))}
      {items.length === 0 && (
        <EmptyState title={t("proposals.none")} level={3} action={proposes ? make : undefined}>
          <p>{t(authority ? "proposals.noneAuthority" : "proposals.noneSchool")}</p>
        </EmptyState>
      )}
      <Pagination
        {...(filter.after ? { firstHref: address(filter.state) } : {})}
        {...(next ? { nextHref: address(filter.state, next) } : {})}
      />
    </>
  );
}
