import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { answerDataRequest } from "../commands/answer-data-request.server";
import { SchoolRequest } from "../components/SchoolRequest";
import { dataRequests } from "../queries/data-requests.server";
import { mayKeepStudents } from "../student-policy";
import { dataAnswerForm } from "../student-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("children")("school.title"),
    now: ctx.clock.now().toISOString(),
    done: new URL(request.url).searchParams.has("done"),
    requests: await dataRequests(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayKeepStudents(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const parsed = parseForm(await request.formData(), dataAnswerForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const { request: requestId, outcome, answer } = parsed.value;
  const answered = await answerDataRequest(ctx, { requestId, outcome, answer });
  if (answered.ok) return redirect("/organization/students/requests?done=1", 303);
  if (answered.refusal.code === "not_found") return throwRefusal(answered.refusal);
  return answerRefusal(answered.refusal, { state: refusedState(answered.refusal, parsed.typed) });
};

/** What guardians asked of the school, to be answered in writing. */
export default function GuardiansRequests() {
  const t = useWords("children");
  const students = useWords("students");
  const { any } = useTranslator();
  const { requests, now, done } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        title={t("school.title")}
        subtitle={t("school.subtitle")}
        trail={[{ href: "/organization/students", label: students("list.title") }]}
      />
      <div className="mt-4 grid gap-3 empty:hidden">
        {done && !state && <Notice tone="ok">{t("school.answered")}</Notice>}
        {state && <FormErrors errors={[]} message={any(state.message.key, state.message.values)} />}
      </div>
      {requests.length === 0 ? (
        <EmptyState level={2} title={t("school.empty")}>
          <p>{t("school.emptyText")}</p>
        </EmptyState>
      ) : (
        <ul className="mt-5 max-w-[860px] border-t-2 border-(--ink)">
          {requests.map((one) => (
            <SchoolRequest key={one.id} request={one} now={now} state={state} />
          ))}
        </ul>
      )}
    </>
  );
}
