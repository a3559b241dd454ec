import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { personOf, requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { openGraph } from "~/platform/http/open-graph";
import { publicPage, publicPageHeaders } from "~/platform/http/public-page.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { systemClock } from "~/platform/time/clock";
import { LinkButton } from "~/ui/LinkButton";
import { Money } from "~/ui/Money";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { LinkedData } from "../components/LinkedData";
import { ListingAside } from "../components/ListingAside";
import { kmText, seatsText } from "../components/ListingCardItem";
import { ListingFactList } from "../components/ListingFactList";
import { ListingFindings } from "../components/ListingFindings";
import { LISTING_TONES } from "../components/listing-tone";
import { SameListings } from "../components/SameListings";
import { listingHead } from "../listing-head.server";
import { moveForm } from "../listing-schema";
import { moveByIntent } from "../move-by-intent.server";
import { listingDetail } from "../queries/listing-detail.server";
import { applyWord } from "../rules/apply-word";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const now = systemClock.now();
  const near = new URL(request.url).searchParams.get("near");
  const reader = await personOf(request, context);
  const translator = translatorFor(languageOf(request.headers));
  const listing = await listingDetail(params.id ?? "", reader, near, now, translator);
  if (!listing) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return publicPage(request, {
    listing,
    now: now.toISOString(),
    applyAs: applyWord(reader, listing),
    submissionKey: listing.own ? newId() : null,
    ...listingHead(listing, translator),
  });
};

export const headers: HeadersFunction = publicPageHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: page.listing.title }, ...openGraph(page.shared)] : [];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const form = await request.formData();
  const parsed = parseForm(form, moveForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const outcome = await moveByIntent(ctx, params.id ?? "", parsed.value);
  if (outcome.ok) return redirect(outcome.value.href, 303);
  if (outcome.refusal.code === "not_found") return throwRefusal(outcome.refusal);
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typedFrom(form)) });
};

/** One listing: what it is, whose, on what terms, what the rules said; for its owner also what can be done with it. */
export default function Listing() {
  const t = useWords("listings");
  const { any } = useTranslator();
  const { listing, now, scripts, submissionKey, applyAs } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { seats, seatsLeft, near } = listing;
  const facts = [
    listing.place,
    near &&
      t("detail.distance", { place: near.name ?? t("search.yourPosition"), distance: kmText(near.km, t) }),
    seatsText(seats, seatsLeft, t),
  ].filter(Boolean);
  return (
    <>
      <LinkedData scripts={scripts} />
      <PageHeader
        trail={[{ href: "/listings", label: t("search.title") }]}
        title={listing.title}
        subtitle={
          <>
            <a href={`/organizations/${listing.organization.id}`}>{listing.organization.name}</a>
            {[listing.organization.verified && t("detail.verified"), ...facts]
              .filter(Boolean)
              .map((fact) => ` · ${fact}`)}
          </>
        }
        state={
          <>
            <StateBadge tone="neutral" word={t(`kind.${listing.kind}`)} />
            <StateBadge tone="neutral" word={t(`direction.${listing.direction}`)} />
            {listing.state !== "published" && (
              <StateBadge tone={LISTING_TONES[listing.state]} word={t(`state.${listing.state}`)} />
            )}
          </>
        }
        action={
          !listing.own && (
            <>
              {applyAs && (
                <LinkButton href={`/applications/new?listing=${listing.id}`} icon="mail">
                  {any(`applications.act.${applyAs}`)}
                </LinkButton>
              )}
              {applyAs !== "apply" && !listing.fullUntil && listing.state === "published" && (
                <LinkButton
                  href={`/enquiries/new?listing=${listing.id}`}
                  icon="talk"
                  {...(applyAs ? { look: "quiet" as const } : {})}
                >
                  {t("detail.contact")}
                </LinkButton>
              )}
            </>
          )
        }
      />
      {state && (
        <Notice tone="bad">
          {any(state.message.key, state.message.values)}
          {state.fields.map((field) => ` ${any(field.key, field.values)}`)}
        </Notice>
      )}
      {listing.fullUntil && (
        <Notice tone="wait">
          {any(listing.own ? "quota.fullOwn" : "quota.full", {
            date: listing.fullUntil,
          })}
        </Notice>
      )}
      <div className="cols">
        <div className="stack">
          {listing.payMinFen !== null && (
            <p className="text-[26px] font-semibold leading-tight">
              <Money fen={listing.payMinFen} toFen={listing.payMaxFen} per={t("perShort")} />
            </p>
          )}
          {listing.summary && <p className="whitespace-pre-line">{listing.summary}</p>}
          <Section title={t("detail.facts")} id="facts">
            <ListingFactList rows={listing.facts} />
          </Section>
          <SameListings same={listing.same} choice={false} />
          {listing.publishedAt && (
            <ListingFindings findings={listing.findings} reason={listing.publishReason} />
          )}
        </div>
        <ListingAside listing={listing} now={now} submissionKey={submissionKey} />
      </div>
    </>
  );
}
