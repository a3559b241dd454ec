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
import { notFound } from "~/platform/result";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import { actAsHost, actAsStudent } from "../application-acts.server";
import { actDates } from "../application-dates";
import { sideOf } from "../application-policy";
import { refusedLines } from "../application-refused.server";
import { hostSchema, ownSchema } from "../application-schema";
import { ApplicationBody, OfferSection } from "../components/ApplicationBody";
import { ApplicationHeader } from "../components/ApplicationHeader";
import { type HostActName, HostActs } from "../components/HostActs";
import { InterviewList } from "../components/InterviewList";
import { type OwnActName, OwnActs } from "../components/OwnActs";
import { RefusedFindings } from "../components/RefusedFindings";
import { applicationPage, suggestionsOf } from "../queries/application-page.server";

const HOST_ACTS: readonly HostActName[] = ["read", "shortlist", "invite", "offer", "reject"];

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireMember(request, context);
  if (!sideOf(actor)) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const now = clock.now();
  const page = await applicationPage(actor, params.id ?? "", now, languageOf(request.headers));
  if (!page) return throwRefusal(notFound().refusal);
  const suggestions =
    page.side === "host" && page.listing ? await suggestionsOf(page.host.id, page.listing.id) : [];
  return { page, suggestions, title: page.title, now: now.toISOString(), defaults: actDates(now) };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const side = sideOf(ctx.actor);
  if (!side) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  const id = params.id ?? "";
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const language = languageOf(request.headers);
  if (side === "host") form.set("ids", id);
  const parsed = side === "host" ? parseForm(form, hostSchema) : parseForm(form, ownSchema);
  if (!parsed.ok) return data({ intent, state: parsed.state, findings: [] }, { status: 422 });
  const act = parsed.value;
  const outcome = "ids" in act ? await actAsHost(ctx, act) : await actAsStudent(ctx, id, act, language);
  if (outcome.ok) return redirect(`/applications/${id}`, 303);
  const { refusal } = outcome;
  if (refusal.code === "not_found") return throwRefusal(refusal);
  const state = refusedState(refusal, typedFrom(form));
  return answerRefusal(refusal, { intent, state, findings: refusedLines(refusal, language) });
};

/** One application: whose turn, what follows, the offer, the interview, who applies, what can be done now. */
export default function Application() {
  const t = useWords("applications");
  const { any } = useTranslator();
  const { page, suggestions, now, defaults } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const state = answer?.state ?? null;
  const acts = HOST_ACTS.filter((act) => page.moves.includes(act));
  return (
    <>
      <ApplicationHeader page={page} now={now} />
      {answer && (
        <RefusedFindings
          message={any(answer.state.message.key, answer.state.message.values)}
          fields={answer.state.fields.map((field) => any(field.key, field.values))}
          findings={answer.findings}
        />
      )}
      <div className="cols">
        <div className="stack">
          <OfferSection page={page} />
          <InterviewList page={page} />
          {page.side === "host" && acts.length > 0 && (
            <Section id="decide" title={t("page.decide")}>
              <form method="post">
                <HostActs
                  acts={acts}
                  state={state}
                  refused={HOST_ACTS.find((act) => act === answer?.intent) ?? null}
                  suggestions={suggestions}
                  defaults={defaults}
                  moves={page.interviews.length > 0}
                />
              </form>
            </Section>
          )}
          {page.side !== "host" && page.turn && (page.side === "student" || page.moves.length > 0) && (
            <Section id="answer" title={t(page.side === "student" ? "page.answer" : "page.decide")}>
              <OwnActs page={page} state={state} refused={(answer?.intent as OwnActName) ?? null} />
            </Section>
          )}
          {page.side === "host" && page.turn === "host" && acts.length === 0 && (
            <Notice>{t("errors.hostRole")}</Notice>
          )}
          <ApplicationBody page={page} />
        </div>
        <aside className="stack">
          {page.minor && page.side !== "host" && (
            <Section id="guardian" title={t("page.guardian")}>
              <p className="meta mt-3">{t("page.guardianText")}</p>
            </Section>
          )}
          <Section id="history" title={t("page.history")}>
            <div className="mt-4">
              <Timeline
                now={now}
                entries={page.history.map(({ id, name, at, payload }) => ({
                  id,
                  at,
                  text: any(`applications.events.${name}`, payload),
                  kind:
                    name === "placed" || name === "offered"
                      ? "key"
                      : name === "expired" || name === "rejected"
                        ? "bad"
                        : "plain",
                }))}
              />
            </div>
          </Section>
          {page.listing && (
            <p className="meta">
              <a href={`/listings/${page.listing.id}`}>{page.listing.title}</a>
            </p>
          )}
        </aside>
      </div>
    </>
  );
}
