import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { raiseConcern } from "../commands/raise-concern.server";
import { ConcernButtons, ConcernPromise } from "../components/ConcernButtons";
import { concernForm } from "../concern-schema";
import { voiceOf } from "../concern-voice.server";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("concerns");
  const voice = await voiceOf(read, { by: "link", token: params.token ?? "" }, systemClock.now());
  return data(
    { title: t(voice ? "raise.title" : "link.deadTitle"), alive: voice !== null, submissionKey: newId() },
    { status: voice ? 200 : 404 },
  );
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: "robots", content: "noindex" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const way = { by: "link" as const, token: params.token ?? "" };
  if (!(await voiceOf(read, way, systemClock.now())))
    return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const parsed = parseForm(form, concernForm);
  if (!parsed.ok) return data({ state: parsed.state, until: null }, { status: 422 });
  const raised = await raiseConcern(anonymousCtx(context), way, parsed.value);
  if (raised.ok) return data({ state: null, until: raised.value.respondBy });
  return answerRefusal(raised.refusal, { state: refusedState(raised.refusal, typedFrom(form)), until: null });
};

/** The alarm line behind a personal link: no sign-in, no name on the page, nothing of the placement. */
export default function Speak() {
  const t = useWords("concerns");
  const { any, language } = useTranslator();
  const { title, alive, submissionKey } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  if (!alive) {
    return (
      <EmptyState level={1} title={title}>
        <p>{t("link.deadText")}</p>
      </EmptyState>
    );
  }
  const state = answered?.state ?? null;
  return (
    <>
      <PageHeader title={title} subtitle={t("raise.lead")} />
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      {answered?.until ? (
        <Notice tone="ok">{t("raise.done", { at: absoluteText(answered.until, language) })}</Notice>
      ) : (
        <ConcernButtons submissionKey={submissionKey} state={state} />
      )}
      <ConcernPromise />
    </>
  );
}
