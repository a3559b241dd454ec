import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite, type OrganizationKind, type Person } from "~/identity/actor";
import { personOf } from "~/identity/session.server";
import { OrganizationBadge } from "~/organizations/components/OrganizationBadge";
import {
  PublicCapacities,
  PublicFacts,
  PublicIntroduction,
  UnclaimedNotice,
} from "~/organizations/components/PublicProfile";
import { organizationProfile } from "~/organizations/queries/organization-profile.server";
import { read } from "~/platform/db/client.server";
import { openGraph } from "~/platform/http/open-graph";
import { throwRefusal } from "~/platform/http/respond.server";
import { sharedPage } from "~/platform/http/shared-page.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { civilDate, systemClock } from "~/platform/time/clock";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { AppetiteList } from "../components/AppetiteList";
import { OrganizationOffer } from "../components/OrganizationOffer";
import { TrackRecord } from "../components/TrackRecord";
import { publicAppetite } from "../queries/appetite.server";
import { listingsOfOrganization } from "../queries/listings-of-organization.server";
import { openTrackOf } from "../queries/open-track.server";
import { reopensOn } from "../quota-standing.server";
import { partiesRefusal } from "../rules/enquiry-parties";

/** Whether to offer an enquiry: to a verified party, to visitors who may sign in and to members it could come from. */
const mayEnquire = (person: Person | null, to: { id: string; kind: string; state: string }): boolean => {
  const party = { ...to, kind: to.kind as OrganizationKind };
  if (!person) return to.state === "verified" && to.kind !== "authority";
  const { organization: from } = person;
  if (!from || !mayWrite({ organization: from })) return false;
  return partiesRefusal({ ...from, state: from.verified ? "verified" : "draft" }, party) === null;
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await personOf(request, context);
  const own = person?.organizationId ?? null;
  const profile = (await organizationProfile(params.id ?? "", own)) ?? throwRefusal(notFound().refusal);
  if (profile.movedTo !== null) throw redirect(`/organizations/${profile.movedTo}`, 301);
  const now = systemClock.now();
  const [listings, reply, fullUntil, appetite, track] = await Promise.all([
    listingsOfOrganization(profile.id, civilDate(now)),
    read.replyRecord.findUnique({
      where: { organizationId: profile.id },
      select: { due: true, answered: true },
    }),
    reopensOn(read, profile.id, now),
    publicAppetite(profile.id, civilDate(now)),
    profile.kind === "enterprise" ? openTrackOf(profile.id) : null,
  ]);
  const t = translatorFor(languageOf(request.headers));
  const kind = t.any(`organizations.kind.${profile.kind}`);
  return {
    shared: sharedPage(`/organizations/${profile.id}`, {
      title: profile.name,
      description: t.any("seen.organizationDescription", { kind, region: profile.region }),
      site: t.any("seen.site"),
      type: "profile",
      language: t.language,
    }),
    title: profile.name,
    profile,
    listings,
    reply,
    fullUntil,
    appetite,
    track,
    isOwn: profile.id === own,
    mayEnquire: fullUntil === null && mayEnquire(person, profile),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) =>
  page ? [{ title: page.title }, ...openGraph(page.shared)] : [];

/** An organization as anybody may see it: who it is, what it teaches or employs, what is open, how it answers. */
export default function Organization() {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const { profile, listings, reply, fullUntil, appetite, track, isOwn, mayEnquire } =
    useLoaderData<typeof loader>();
  const unclaimed = profile.state === "unclaimed";
  const action = isOwn ? (
    <LinkButton href="/organization">{t("public.edit")}</LinkButton>
  ) : (
    mayEnquire && <LinkButton href={`/enquiries/new?to=${profile.id}`}>{t("public.enquire")}</LinkButton>
  );
  const answers =
    reply && reply.due > 0
      ? t("public.replyRate", { due: reply.due, answered: reply.answered })
      : t("public.noReply");
  return (
    <>
      <PageHeader
        title={profile.name}
        trail={[{ href: "/organizations", label: t("list.title") }]}
        subtitle={profile.region}
        state={
          <>
            <OrganizationBadge state={profile.state} />
            <Tag>{t(`kind.${profile.kind as "school"}`)}</Tag>
          </>
        }
        action={action}
      />
      <div className="mt-4">
        <UnclaimedNotice profile={profile} />
        {fullUntil && (
          <Notice tone="wait">{any(isOwn ? "quota.fullOwn" : "quota.full", { date: fullUntil })}</Notice>
        )}
        {isOwn && profile.state !== "verified" && <Notice tone="neutral">{t("public.own")}</Notice>}
      </div>
      {unclaimed ? (
        <div className="mt-6 max-w-[860px]">
          <PublicFacts profile={profile} answers={null} />
        </div>
      ) : (
        <div className="cols">
          <div className="stack min-w-0">
            <PublicIntroduction profile={profile} />
            <OrganizationOffer listings={listings} />
            {track && <TrackRecord track={track} />}
            {appetite.length > 0 && (
              <Section id="appetite" title={any("matches.appetite.title")}>
                <AppetiteList stated={appetite} />
              </Section>
            )}
            <PublicCapacities profile={profile} />
          </div>
          <PublicFacts profile={profile} answers={answers} />
        </div>
      )}
    </>
  );
}
