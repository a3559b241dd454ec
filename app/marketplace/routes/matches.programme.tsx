import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { type MatchGroup, MatchPage } from "../components/MatchPage";
import { matchesForProgramme } from "../queries/find-matches.server";
import { labelMatches } from "../queries/label-matches.server";
import { lensOf, saidView } from "../queries/match-lens.server";
import { programmeSubject } from "../queries/match-subjects.server";
import { subjectKey } from "../queries/sort-out.server";
import { requireStaff } from "../staff.server";
import { answerSuggestions } from "../suggestion-answers.server";

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context);
  const today = civilDate(clock.now());
  const subject = await programmeSubject(params.id ?? "", today);
  if (!subject || subject.organization.id !== actor.organizationId) return throwRefusal(notFound().refusal);
  const lens = await lensOf(actor);
  const { listings, enterprises } = await matchesForProgramme(subject, today, 20, lens);
  const groups: MatchGroup[] = [
    { id: "openListings", matches: await labelMatches(listings.matches), considered: listings.considered },
    {
      id: "enterprises",
      matches: await labelMatches(enterprises.matches),
      considered: enterprises.considered,
    },
  ];
  return {
    title: translatorFor(languageOf(request.headers)).room("matches")("forProgramme", {
      name: subject.title,
    }),
    groups,
    subject: subjectKey(subject),
    view: saidView(lens, today),
    justSaid: new URL(request.url).searchParams.get("said"),
    about: `programme=${subject.id}`,
    mayAsk: mayWrite(actor),
    verified: actor.organization.verified,
    seed: listings.seed,
    weightsVersion: listings.weightsVersion,
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const subject = await programmeSubject(params.id ?? "", civilDate(ctx.clock.now()));
  if (subject?.organization.id !== ctx.actor.organizationId) return throwRefusal(notFound().refusal);
  return answerSuggestions(ctx, await request.formData(), `/matches/programmes/${params.id}`);
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The partners of one of the own programmes. */
export default function ProgrammeMatches() {
  return (
    <MatchPage {...useLoaderData<typeof loader>()} state={useActionData<typeof action>()?.state ?? null} />
  );
}
