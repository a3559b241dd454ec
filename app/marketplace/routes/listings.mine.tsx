import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { seatsText } from "../components/ListingCardItem";
import { LISTING_TONES } from "../components/listing-tone";
import { UnmetDemand } from "../components/UnmetDemand";
import { tradesRefusal } from "../listing-policy";
import { demandForOwner } from "../queries/demand-for-owner.server";
import { ownListings } from "../queries/own-listings.server";
import { DEMAND_DAYS } from "../rules/demand";
import { STALE_REASON } from "../rules/freshness";
import { LISTING_STATES } from "../rules/listing-lifecycle";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const refusal = tradesRefusal(ctx.actor);
  if (refusal) return throwRefusal(refusal);
  const params = new URL(request.url).searchParams;
  const state = LISTING_STATES.find((one) => one === params.get("state")) ?? null;
  const now = ctx.clock.now();
  return {
    title: translatorFor(languageOf(request.headers)).any("listings.mine.title"),
    now: now.toISOString(),
    state,
    later: params.has("after"),
    keeps: mayWrite(ctx.actor),
    demand: await demandForOwner(ctx.actor, civilDate(now)),
    ...(await ownListings(ctx.actor.organizationId, state, params.get("after"), now)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The organization's own listings with their states and what each needs. */
export default function OwnListings() {
  const t = useWords("listings");
  const { title, now, state, later, keeps, demand, counts, items, staleDays, nextCursor } =
    useLoaderData<typeof loader>();
  const here = state ? `/listings/mine?state=${state}` : "/listings/mine";
  const tabs = LISTING_STATES.filter((one) => counts[one] > 0 || one === state);
  const imports = useWords("imports");
  const create = keeps && (
    <>
      <LinkButton href="/listings/import" look="quiet">
        {imports("link")}
      </LinkButton>
      <LinkButton href="/listings/new">{t("mine.create")}</LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={title} action={create} />
      <div className="mt-6">
        <Section
          id="listings"
          title={state ? t(`state.${state}`) : t("mine.all")}
          aside={
            <nav aria-label={t("mine.title")} className="row">
              {state && <a href="/listings/mine">{t("mine.all")}</a>}
              {tabs.map((one) => (
                <a
                  key={one}
                  href={`/listings/mine?state=${one}`}
                  aria-current={one === state ? "true" : undefined}
                  className={one === state ? "font-semibold text-ink" : undefined}
                >
                  {t(`state.${one}`)} {counts[one]}
                </a>
              ))}
            </nav>
          }
        >
          {items.map((item) => (
            <article key={item.id} className="item">
              <div>
                <h3>
                  <a
                    href={item.state === "draft" ? `/listings/${item.id}/edit/about` : `/listings/${item.id}`}
                  >
                    {item.title || t("untitled")}
                  </a>
                </h3>
                <div className="meta">
                  {t(`kind.${item.kind}`)} · {t(`direction.${item.direction}`)}
                  {item.seats !== null &&
                    ` · ${seatsText(item.seats, Math.max(0, item.seats - item.seatsTaken), t)}`}{" "}
                  · {t("mine.updated")} <RelativeDate at={item.updatedAt} now={now} />
                </div>
                {item.pausedReason === "silence" && (
                  <p className="mt-1 text-sm text-amber">{t("mine.silence")}</p>
                )}
                {item.pausedReason === STALE_REASON && (
                  <p className="mt-1 text-sm text-amber">{t("mine.pausedStale")}</p>
                )}
                {item.stale && (
                  <p className="mt-1 text-sm text-amber">{t("mine.stale", { days: staleDays })}</p>
                )}
              </div>
              <div className="row">
                <StateBadge tone={LISTING_TONES[item.state]} word={t(`state.${item.state}`)} />
                {keeps && item.stale && (
                  <form method="post" action={`/listings/${item.id}`}>
                    <HiddenField name="version" value={item.version} />
                    <Button small look="ghost" name="intent" value="confirm">
                      {t("move.confirm")}
                    </Button>
                  </form>
                )}
                {keeps && item.state !== "draft" && (
                  <LinkButton href={`/listings/${item.id}#manage`} look="quiet" small>
                    {t("move.manage")}
                  </LinkButton>
                )}
              </div>
            </article>
          ))}
          {items.length === 0 && (
            <EmptyState
              title={state ? t("mine.noneInState", { state: t(`state.${state}`) }) : t("mine.none")}
              action={create}
            >
              {t("mine.noneText")}
            </EmptyState>
          )}
        </Section>
        <UnmetDemand demand={demand} days={DEMAND_DAYS} for="owner" />
        <Pagination
          {...(later ? { firstHref: here } : {})}
          {...(nextCursor
            ? { nextHref: `${here}${state ? "&" : "?"}after=${encodeURIComponent(nextCursor)}` }
            : {})}
        />
      </div>
    </>
  );
}
