import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { raiseConcern } from "../commands/raise-concern.server";
import { sendConcernLink } from "../commands/send-concern-link.server";
import { ConcernButtons, ConcernPromise } from "../components/ConcernButtons";
import { ConcernStory } from "../components/ConcernStory";
import { concernForm } from "../concern-schema";
import { ownConcerns } from "../queries/own-concerns.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const concerns = await ownConcerns(actor, params.id ?? "", clock.now());
  if (!concerns) return throwRefusal(notFound().refusal);
  return { id: params.id ?? "", concerns, submissionKey: newId() };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const placementId = params.id ?? "";
  if (!(await ownConcerns(ctx.actor, placementId, ctx.clock.now()))) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  if (form.get("intent") === "link") {
    const sent = await sendConcernLink(ctx, placementId);
    return sent.ok ? data({ state: null, path: sent.value.path }) : throwRefusal(sent.refusal);
  }
  const parsed = parseForm(form, concernForm);
  if (!parsed.ok) return data({ state: parsed.state, path: null }, { status: 422 });
  const raised = await raiseConcern(ctx, { by: "page", actor: ctx.actor, placementId }, parsed.value);
  if (raised.ok) return redirect(`/placements/${placementId}/concern`, 303);
  return answerRefusal(raised.refusal, { state: refusedState(raised.refusal, typedFrom(form)), path: null });
};

/** The alarm line of one placement, for the student and their guardians alone. */
export default function PlacementConcern() {
  const t = useWords("concerns");
  const { any, language } = useTranslator();
  const { id, concerns, submissionKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const state = answered?.state ?? null;
  return (
    <>
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <div className="cols">
        <div className="stack">
          {concerns.map((concern) => (
            <Section
              key={concern.id}
              id={`concern-${concern.id}`}
              title={any(`concerns.kind.${concern.kind}`)}
              aside={
                <StateBadge
                  tone={concern.state === "open" ? "wait" : "ok"}
                  word={any(`concerns.state.${concern.state}`)}
                />
              }
            >
              <p className="note">
                {t("raisedAt", { at: absoluteText(concern.raisedAt, language) })}
                {concern.state === "open" &&
                  ` · ${t("dueAt", { at: absoluteText(concern.respondBy, language) })}`}
              </p>
              {concern.text && <p className="whitespace-pre-line">{concern.text}</p>}
              <ConcernStory notes={concern.answers} />
            </Section>
          ))}
          <Section id="raise" title={t("raise.title")}>
            <p className="mb-4">{t("raise.lead")}</p>
            <ConcernButtons submissionKey={submissionKey} state={state} />
          </Section>
        </div>
        <aside className="stack">
          <Section id="promise" title={t("promise.title")}>
            <ConcernPromise />
            <p>
              <a href={`/placements/${id}#moves`}>{t("promise.endLink")}</a>
            </p>
          </Section>
          <Section id="link" title={t("link.title")}>
            <p>{t("link.text")}</p>
            {answered?.path ? (
              <Notice tone="ok">
                {t("link.made")} <a href={answered.path}>{t("link.open")}</a>
              </Notice>
            ) : (
              <form method="post">
                <HiddenField name="intent" value="link" />
                <Button look="ghost">{t("link.make")}</Button>
              </form>
            )}
          </Section>
        </aside>
      </div>
    </>
  );
}
