import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { healthTone } from "~/agreements/components/sentences";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { ConsortiumReasons } from "../components/ConsortiumReasons";
import { mayOverseeConsortia } from "../policy";
import { consortiaPage } from "../queries/consortia-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOverseeConsortia(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("cards")("consortia.metaTitle"),
    authority: ctx.actor.organization.kind === "authority",
    ...(await consortiaPage(ctx, new URL(request.url).searchParams)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Consortia by health, the weakest first: who does not move and what restores them. */
export default function Consortia() {
  const t = useWords("cards");
  const alerts = useWords("alerts");
  const { language } = useTranslator();
  const { authority, items, next, paged } = useLoaderData<typeof loader>();
  const trail = authority
    ? [
        { href: "/oversight", label: alerts("home.title") },
        { href: "/oversight/partnerships", label: alerts("partnerships.title") },
      ]
    : [{ href: "/agreements", label: t("consortia.work") }];
  return (
    <>
      <PageHeader
        title={t("consortia.title")}
        subtitle={t(authority ? "consortia.subtitle" : "consortia.own")}
        trail={trail}
      />
      <h2 className="sr-only">{t("consortia.title")}</h2>
      <div className="mt-4">
        {items.map((item) => (
          <article key={item.id} className="item">
            <div>
              <h3>
                <a href={`/oversight/consortia/${item.id}`}>{item.title}</a>
              </h3>
              <p className="meta">
                {t("consortia.members", { count: item.members.length })}
                {" · "}
                {t("consortia.ends", { date: absoluteText(item.endsOn, language) })}
              </p>
              <p className="mt-1 text-sm">{t("consortia.totals", item.totals)}</p>
              <ConsortiumReasons consortium={item} />
            </div>
            <div className="item-figure">{t("consortia.score", { score: item.score })}</div>
            <div className="row">
              <StateBadge
                tone={healthTone(item.health)}
                word={alerts(`partnerships.health.${item.health}`)}
              />
            </div>
          </article>
        ))}
        {items.length === 0 && (
          <EmptyState title={t("consortia.none")} level={3}>
            <p>{t("consortia.noneText")}</p>
          </EmptyState>
        )}
        <Pagination
          {...(paged ? { firstHref: "/oversight/consortia" } : {})}
          {...(next ? { nextHref: `/oversight/consortia?after=${next}` } : {})}
        />
      </div>
    </>
  );
}
