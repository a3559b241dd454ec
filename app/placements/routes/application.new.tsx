import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { mayApply } from "../application-listing.server";
import { refusedLines } from "../application-refused.server";
import { cohortSchema, submitSchema } from "../application-schema";
import { applyForCohort } from "../commands/apply-for-cohort.server";
import { submitApplication } from "../commands/submit-application.server";
import { ApplyForm } from "../components/ApplyForm";
import { CohortDone } from "../components/CohortDone";
import { CohortForm } from "../components/CohortForm";
import { RefusedFindings } from "../components/RefusedFindings";
import { applyPage, cohortPage } from "../queries/apply-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireMember(request, context);
  const who = mayApply(actor);
  if (!who) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const search = new URL(request.url).searchParams;
  const t = translatorFor(languageOf(request.headers));
  const on = civilDate(clock.now());
  const listing = search.get("listing") ?? "";
  const frame = { submissionKey: newId(), title: t.room("applications")("act.apply") };
  if (who === "student") {
    const page = await applyPage(actor, { listing, from: search.get("from") }, on, t);
    return page ? ({ ...frame, who, page } as const) : throwRefusal(notFound().refusal);
  }
  const [programme, className] = [search.get("programme") || null, search.get("className") || null];
  const page = await cohortPage(actor, { listing, programme, className }, on);
  if (!page) return throwRefusal(notFound().refusal);
  return { ...frame, who, page, programme, className, language: languageOf(request.headers) } as const;
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const who = mayApply(ctx.actor);
  if (!who) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const form = await request.formData();
  const language = languageOf(request.headers);
  const nothing = { findings: [], outcomes: null };
  if (who === "school") {
    const parsed = parseForm(form, cohortSchema);
    if (!parsed.ok) return data({ state: parsed.state, ...nothing }, { status: 422 });
    const applied = await applyForCohort(ctx, parsed.value);
    if (applied.ok) return data({ state: null, ...nothing, outcomes: applied.value.outcomes });
    const state = refusedState(applied.refusal, typedFrom(form));
    return answerRefusal(applied.refusal, { state, ...nothing });
  }
  const parsed = parseForm(form, submitSchema);
  if (!parsed.ok) return data({ state: parsed.state, ...nothing }, { status: 422 });
  const submitted = await submitApplication(ctx, { ...parsed.value, language });
  if (submitted.ok) return redirect(`/applications/${submitted.value.id}`, 303);
  const { refusal } = submitted;
  const state = refusedState(refusal, typedFrom(form));
  return answerRefusal(refusal, { state, ...nothing, findings: refusedLines(refusal, language) });
};

/** A new application: the terms, what the rules say, what the host will see, then the student's yes; or a class's. */
export default function NewApplication() {
  const t = useWords("applications");
  const { any } = useTranslator();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const state = answer?.state ?? null;
  const trail = [{ href: "/applications", label: t("title") }];
  if (loaded.page.closed !== null) {
    return (
      <>
        <PageHeader trail={trail} title={t("act.apply")} />
        <EmptyState
          level={2}
          title={t(`closed.${loaded.page.closed}`)}
          action={<LinkButton href="/listings">{t("act.search")}</LinkButton>}
        />
      </>
    );
  }
  const { listing } = loaded.page;
  return (
    <>
      <PageHeader
        trail={trail}
        title={t(loaded.who === "student" ? "apply.title" : "apply.titleClass", { title: listing.title })}
        subtitle={<a href={`/organizations/${listing.host.id}`}>{listing.host.name}</a>}
      />
      {state && (
        <RefusedFindings
          message={any(state.message.key, state.message.values)}
          fields={state.fields.map((field) => any(field.key, field.values))}
          findings={answer?.findings ?? []}
        />
      )}
      {loaded.who === "student" ? (
        <ApplyForm page={loaded.page} state={state} submissionKey={loaded.submissionKey} />
      ) : answer?.outcomes ? (
        <CohortDone outcomes={answer.outcomes} students={loaded.page.students} />
      ) : (
        <CohortForm
          page={loaded.page}
          chosen={{ programme: loaded.programme, className: loaded.className }}
          language={loaded.language}
          state={state}
          submissionKey={loaded.submissionKey}
        />
      )}
    </>
  );
}
