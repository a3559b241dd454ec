import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { anonymousCtx, openSession, personOf, requirePerson } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { acceptStudentInvitation } from "../commands/accept-student-invitation.server";
import { joinAsStudent } from "../commands/join-as-student.server";
import { mailStudentInvitation } from "../commands/mail-student-invitation.server";
import { JoinForm } from "../components/JoinForm";
import { joinPage } from "../queries/join-page.server";
import { acceptForm, joinForm, mailJoinForm } from "../student-schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("students");
  const reader = await personOf(request, context);
  const page = await joinPage(params.code ?? "", reader, systemClock.now());
  const sent = new URL(request.url).searchParams.has("sent");
  const title = page ? t("join.title") : t("join.deadTitle");
  return data({ title, page, sent }, { status: page ? 200 : 404 });
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: "robots", content: "noindex" },
];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const code = params.code ?? "";
  const limited = await takePoint("register", context.ip);
  if (limited) return throwRefusal(limited);
  const form = await request.formData();
  const { password: _password, ...typed } = typedFrom(form);
  const intent = form.get("intent");
  if (intent === "accept") {
    const ctx = await requirePerson(request, context);
    const parsed = parseForm(form, acceptForm);
    if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
    const accepted = await acceptStudentInvitation(ctx, { code, ...parsed.value });
    if (accepted.ok) return redirect("/account/data", 303);
    return answerRefusal(accepted.refusal, { state: refusedState(accepted.refusal, typed) });
  }
  const ctx = anonymousCtx(context);
  if (intent === "address") {
    const parsed = parseForm(form, mailJoinForm);
    if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
    const sent = await mailStudentInvitation(ctx, { code, ...parsed.value });
    if (sent.ok) return redirect(`/join/${encodeURIComponent(code)}?sent`, 303);
    return answerRefusal(sent.refusal, { state: refusedState(sent.refusal, typed) });
  }
  const parsed = parseForm(form, joinForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed } }, { status: 422 });
  const joined = await joinAsStudent(ctx, { code, language: languageOf(request.headers), ...parsed.value });
  if (!joined.ok) return answerRefusal(joined.refusal, { state: refusedState(joined.refusal, typed) });
  return redirect("/account/data", {
    status: 303,
    headers: { "Set-Cookie": await openSession(joined.value.personId, context) },
  });
};

/** A student's code: first show to be the student, then sign in, give an address or choose a password. */
export default function JoinRecord() {
  const t = useWords("students");
  const { page, sent } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  const { pathname } = useLocation();
  if (!page) {
    return (
      <EmptyState
        level={1}
        title={t("join.deadTitle")}
        action={<LinkButton href="/join">{t("join.again")}</LinkButton>}
      >
        <p>{t("join.deadText")}</p>
      </EmptyState>
    );
  }
  if (sent && !state) {
    return (
      <EmptyState
        level={1}
        title={t("join.sentTitle")}
        action={
          <LinkButton look="ghost" href={pathname}>
            {t("join.again")}
          </LinkButton>
        }
      >
        <p>{t("join.sentText")}</p>
      </EmptyState>
    );
  }
  return (
    <div className="max-w-[560px]">
      <PageHeader title={t("join.title")} subtitle={page.school} />
      <p className="mt-5 mb-6">{t("join.text", { school: page.school })}</p>
      <JoinForm page={page} state={state} path={pathname} />
    </div>
  );
}
