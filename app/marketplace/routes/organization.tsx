import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/identity/session.server";
import { OrganizationBadge } from "~/organizations/components/OrganizationBadge";
import { PublicCapacities, PublicFacts, UnclaimedNotice } from "~/organizations/components/PublicProfile";
import { organizationProfile } from "~/organizations/queries/organization-profile.server";
import { read } from "~/platform/db/client.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { civilDate, systemClock } from "~/platform/time/clock";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import { OrganizationOffer } from "../components/OrganizationOffer";
import { listingsOfOrganization } from "../queries/listings-of-organization.server";

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await personOf(request, context);
  const own = person?.organizationId ?? null;
  const profile = (await organizationProfile(params.id ?? "", own)) ?? throwRefusal(notFound().refusal);
  if (profile.movedTo !== null) throw redirect(`/organizations/${profile.movedTo}`, 301);
  const [listings, reply] = await Promise.all([
    listingsOfOrganization(profile.id, civilDate(systemClock.now())),
    read.replyRecord.findUnique({
      where: { organizationId: profile.id },
      select: { due: true, answered: true },
    }),
  ]);
  return { title: profile.name, profile, listings, reply, isOwn: profile.id === own };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** An organization as anybody may see it: who it is, what it teaches or employs, what is open, how it answers. */
export default function Organization() {
  const t = useWords("organizations");
  const { profile, listings, reply, isOwn } = useLoaderData<typeof loader>();
  const unclaimed = profile.state === "unclaimed";
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
        {...(isOwn ? { action: <LinkButton href="/organization">{t("public.edit")}</LinkButton> } : {})}
      />
      <div className="mt-4">
        <UnclaimedNotice profile={profile} />
        {isOwn && profile.state !== "verified" && <Notice tone="neutral">{t("public.own")}</Notice>}
      </div>
      <div className="stack mt-6 max-w-[860px]">
        <PublicFacts profile={profile} />
        <PublicCapacities profile={profile} />
        {!unclaimed && <OrganizationOffer listings={listings} reply={reply} />}
      </div>
    </>
  );
}
