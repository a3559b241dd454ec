import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { anonymousCtx, personOf } from "~/identity/session.server";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, statusOf, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { WeeksToConfirm } from "../components/WeeksToConfirm";
import { weekLinkPage } from "../queries/week-link.server";
import { answerWeeks } from "../week-answer.server";
import { deviceOf } from "../week-confirmer.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("followup");
  const reader = await personOf(request, context);
  const page = await weekLinkPage(params.token ?? "", reader?.personId ?? null, systemClock.now());
  if ("refusal" in page) {
    return data(
      { title: t("confirm.deadTitle"), dead: page.refusal.key, page: null },
      { status: statusOf(page.refusal) },
    );
  }
  return data({ title: t("confirm.title", { monday: page.monday }), dead: null, page });
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded?.title },
  { name: "robots", content: "noindex" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const reader = await personOf(request, context);
  const form = await request.formData();
  const way = { by: "link" as const, token: params.token ?? "", readerId: reader?.personId ?? null };
  const answered = await answerWeeks(anonymousCtx(context), way, form, deviceOf(context));
  if (answered.ok) return data({ state: null, done: answered.value.done });
  if (answered.refusal.code === "not_found") return throwRefusal(answered.refusal);
  return answerRefusal(answered.refusal, {
    state: refusedState(answered.refusal, typedFrom(form)),
    done: null,
  });
};

/** A mentor's letter: the week of all their interns. Opening it changes nothing; the button does. */
export default function ConfirmWeeks() {
  const t = useWords("followup");
  const { any } = useTranslator();
  const { title, dead, page } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { pathname } = useLocation();
  if (!page) {
    return (
      <EmptyState
        level={1}
        title={title}
        action={<LinkButton href="/weeks">{t("confirm.signIn")}</LinkButton>}
      >
        <p>{dead && any(dead)}</p>
      </EmptyState>
    );
  }
  const open = page.weeks.filter((week) => week.state === "submitted").length;
  return (
    <>
      <PageHeader title={title} subtitle={t("confirm.lead")} />
      {answered?.done && <Notice tone="ok">{t("confirm.done", { count: answered.done })}</Notice>}
      {answered?.state && (
        <Notice tone="bad">{any(answered.state.message.key, answered.state.message.values)}</Notice>
      )}
      {open === 0 && !answered?.done && <Notice tone="ok">{t("confirm.nothingLeft")}</Notice>}
      <WeeksToConfirm
        weeks={page.weeks}
        state={answered?.state ?? null}
        fileHref={(week) => `${pathname}/files/${week.id}`}
      />
    </>
  );
}
