import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { DraftList } from "../components/DraftsLeft";
import { OwnWeeksList } from "../components/OwnWeeksList";
import { WeeksToConfirm } from "../components/WeeksToConfirm";
import { ownWeeks } from "../queries/own-weeks.server";
import { answerWeeks } from "../week-answer.server";
import { deviceOf } from "../week-confirmer.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const view = await ownWeeks(actor, clock.now());
  if (!view) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  if (view.kind === "board") return redirect("/placements/weeks", 303);
  const done = Number(new URL(request.url).searchParams.get("done"));
  return {
    title: translatorFor(languageOf(request.headers)).room("followup")("title"),
    view,
    done: Number.isInteger(done) && done > 0 ? done : null,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const answered = await answerWeeks(ctx, { by: "page", actor: ctx.actor }, form, deviceOf(context));
  if (answered.ok) return redirect(`/weeks?done=${answered.value.done}`, 303);
  return answerRefusal(answered.refusal, { state: refusedState(answered.refusal, typedFrom(form)) });
};

/** 实习周记录: a student's own weeks, or the weeks before a mentor. */
export default function Weeks() {
  const t = useWords("followup");
  const { any } = useTranslator();
  const { view, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const none =
    view.kind === "own" ? view.placements.every((one) => one.weeks.length === 0) : view.weeks.length === 0;
  return (
    <>
      <PageHeader title={t("title")} subtitle={t(view.kind === "own" ? "leadOwn" : "leadConfirm")} />
      {done && <Notice tone="ok">{t("confirm.done", { count: done })}</Notice>}
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      {view.kind === "own" && <DraftList />}
      {none ? (
        <EmptyState level={2} title={t(view.kind === "own" ? "emptyOwn" : "emptyConfirm")} />
      ) : view.kind === "own" ? (
        <OwnWeeksList placements={view.placements} mayWrite={view.mayWrite} />
      ) : (
        <WeeksToConfirm
          weeks={view.weeks}
          state={state}
          fileHref={(week) => `/weeks/${week.placementId}/${week.monday}/file`}
        />
      )}
    </>
  );
}
