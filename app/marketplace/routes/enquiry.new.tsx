import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { openEnquiry } from "../commands/open-enquiry.server";
import { MatchParts } from "../components/MatchParts";
import { NewEnquiryForm, type Prefilled } from "../components/NewEnquiryForm";
import { ReplyLine } from "../components/ReplyLine";
import { speakRefusal } from "../enquiry-policy";
import { openEnquirySchema } from "../enquiry-schema";
import { formWithFiles } from "../form-with-files.server";
import { type NewEnquiryView, newEnquiry } from "../queries/new-enquiry.server";
import { requireStaff } from "../staff.server";

const prefill = (view: NewEnquiryView, name: string, language: ReturnType<typeof languageOf>): Prefilled => {
  const t = translatorFor(language).room("enquiries");
  const { listing } = view;
  const programme = view.programmes.find(({ id }) => id === view.programmeId);
  const timing = view.match?.parts.find((part) => part.name === "timing")?.values;
  const needed = view.match?.parts.find((part) => part.name === "seats")?.values.needed;
  const students = typeof needed === "number" ? needed : (programme?.seats ?? 0);
  const from = listing?.startsOn ?? (typeof timing?.from === "string" ? timing.from : null);
  const to = listing?.endsOn ?? (typeof timing?.to === "string" ? timing.to : null);
  const seats =
    programme && listing?.seats
      ? Math.min(programme.seats, listing.seats)
      : (programme?.seats ?? listing?.seats ?? null);
  const subject = listing
    ? t("newPage.defaultSubject", { title: listing.title })
    : programme
      ? t("newPage.defaultSubjectProgramme", { programme: programme.name })
      : "";
  const message = programme
    ? t("newPage.defaultMessageSchool", { name, programme: programme.name, seats: students })
    : listing
      ? t("newPage.defaultMessageListing", { name, title: listing.title })
      : t("newPage.defaultMessage", { name });
  return { subject: subject.slice(0, 80), message, seats, startsOn: from, endsOn: to };
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context);
  const forbidden = speakRefusal(actor);
  if (forbidden) throwRefusal(forbidden);
  const search = new URL(request.url).searchParams;
  const asked = { listing: search.get("listing"), programme: search.get("programme"), to: search.get("to") };
  const view = await newEnquiry(actor, asked, clock.now());
  if (!view) return throwRefusal(notFound().refusal);
  const language = languageOf(request.headers);
  return {
    view,
    verified: actor.organization.verified,
    prefilled: prefill(view, actor.organization.name, language),
    title: translatorFor(language).room("enquiries")("newPage.title"),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const { form, files, refusal } = await formWithFiles(request);
  const typed = typedFrom(form);
  if (refusal) return answerRefusal(refusal, { state: refusedState(refusal, typed) });
  const parsed = parseForm(form, openEnquirySchema);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const opened = await openEnquiry(ctx, parsed.value, files);
  if (opened.ok) return redirect(`/enquiries/${opened.value.id}`, 303);
  if (opened.refusal.code === "not_found") return throwRefusal(opened.refusal);
  return answerRefusal(opened.refusal, { state: refusedState(opened.refusal, typed) });
};

/** A new enquiry: prefilled from the listing and the programme, with the reasons and the other side's replies beside it. */
export default function NewEnquiry() {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const { view, verified, prefilled, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("newPage.title")}
        trail={[{ href: "/enquiries", label: t("newPage.trail") }]}
        subtitle={
          <>
            <a href={`/organizations/${view.to.id}`}>{t("newPage.to", { name: view.to.name })}</a> ·{" "}
            {view.to.region}
          </>
        }
      />
      <div className="cols">
        <div>
          {!verified && <Notice tone="wait">{t("refused.not_verified")}</Notice>}
          {view.fullUntil && <Notice tone="wait">{any("quota.full", { date: view.fullUntil })}</Notice>}
          <NewEnquiryForm view={view} prefilled={prefilled} state={state} submissionKey={submissionKey} />
        </div>
        <aside className="stack">
          <Section id="about" title={t("newPage.about")}>
            <p className="mt-3">
              {view.listing ? (
                <a href={`/listings/${view.listing.id}`}>
                  {t("newPage.aboutListing", { title: view.listing.title })}
                </a>
              ) : (
                t("newPage.aboutMatch")
              )}
            </p>
          </Section>
          {view.match && (
            <Section
              id="why"
              title={t("newPage.why")}
              aside={any("matching.score", { score: Math.round(view.match.score) })}
            >
              <div className="mt-3">
                <MatchParts match={view.match} />
              </div>
            </Section>
          )}
          <Section id="record" title={t("newPage.record")}>
            <p className="meta mt-3">
              <ReplyLine figures={view.replies} />
            </p>
          </Section>
          <Section id="next" title={t("newPage.next")}>
            <p className="meta mt-3">{t("newPage.nextText")}</p>
          </Section>
        </aside>
      </div>
    </>
  );
}
