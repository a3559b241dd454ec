import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { type MatchGroup, MatchPage } from "../components/MatchPage";
import { matchesForListing, matchesForProgramme } from "../queries/find-matches.server";
import { labelMatches } from "../queries/label-matches.server";
import { lensOf, type OrganizationLens, saidView } from "../queries/match-lens.server";
import { listingSubject, type MatchSubject } from "../queries/match-subjects.server";
import { subjectKey } from "../queries/sort-out.server";
import { requireStaff } from "../staff.server";
import { answerSuggestions } from "../suggestion-answers.server";

const found = async (subject: MatchSubject, today: string, lens: OrganizationLens) => {
  if (subject.side === "listing") {
    const { matches, considered, seed, weightsVersion } = await matchesForListing(subject, today, 20, lens);
    const groups: MatchGroup[] = [{ id: "schools", matches: await labelMatches(matches), considered }];
    return { groups, seed, weightsVersion };
  }
  const { listings, enterprises } = await matchesForProgramme(subject, today, 20, lens);
  const groups: MatchGroup[] = [
    { id: "openListings", matches: await labelMatches(listings.matches), considered: listings.considered },
    {
      id: "enterprises",
      matches: await labelMatches(enterprises.matches),
      considered: enterprises.considered,
    },
  ];
  return { groups, seed: listings.seed, weightsVersion: listings.weightsVersion };
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context);
  const subject = await listingSubject(params.id ?? "");
  if (!subject || subject.organization.id !== actor.organizationId) return throwRefusal(notFound().refusal);
  const today = civilDate(clock.now());
  const lens = await lensOf(actor);
  const t = translatorFor(languageOf(request.headers)).room("matches");
  return {
    title: t(subject.side === "listing" ? "forListing" : "forSchoolListing", { title: subject.title }),
    about: subject.side === "listing" ? `listing=${subject.id}` : "",
    mayAsk: mayWrite(actor),
    verified: actor.organization.verified,
    subject: subjectKey(subject),
    view: saidView(lens, today),
    justSaid: new URL(request.url).searchParams.get("said"),
    ...(await found(subject, today, lens)),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const subject = await listingSubject(params.id ?? "");
  if (subject?.organization.id !== ctx.actor.organizationId) return throwRefusal(notFound().refusal);
  return answerSuggestions(ctx, await request.formData(), `/matches/listings/${params.id}`);
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The partners for one of the own listings. */
export default function ListingMatches() {
  return (
    <MatchPage {...useLoaderData<typeof loader>()} state={useActionData<typeof action>()?.state ?? null} />
  );
}
