import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx, closeSession, openSession, personOf } from "~/identity/session.server";
import { refusedState } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { confirmRegistration } from "../commands/confirm-registration.server";
import { registrationPage } from "../queries/registration-page.server";

export const loader = async ({ request, params }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("registration");
  const page = await registrationPage(params.token ?? "", systemClock.now());
  const title = page ? t("confirmTitle", { organization: page.name }) : t("deadTitle");
  return data({ title, page }, { status: page ? 200 : 404 });
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const limited = await takePoint("register", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, {}) });
  const outcome = await confirmRegistration(anonymousCtx(context), { token: params.token ?? "" });
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, {}) });
  const { personId, hadAccount } = outcome.value;
  const reader = await personOf(request, context);
  if (reader?.personId === personId) return redirect("/account?done=registered", 303);
  if (hadAccount) return redirect("/login?returnTo=%2Fworkspace", 303);
  await closeSession(request);
  return redirect("/workspace", {
    status: 303,
    headers: { "Set-Cookie": await openSession(personId, context) },
  });
};

/** Confirms a registration by the mailed link. Opening it changes nothing: mail scanners open links too. */
export default function RegisterConfirm() {
  const t = useWords("registration");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  if (!page) {
    return (
      <EmptyState
        level={1}
        title={t("deadTitle")}
        action={<LinkButton href="/register">{t("deadAction")}</LinkButton>}
      >
        <p>{t("deadText")}</p>
      </EmptyState>
    );
  }
  const problem = state?.fields[0] ?? state?.message;
  const facts = [
    [t("field.name"), page.name],
    [page.uscc ? t("field.uscc") : t("field.schoolCode"), page.uscc ?? page.schoolCode],
    [t("field.region"), page.region],
    [t("field.contactName"), page.contactName],
    [t("field.email"), page.email],
  ];
  return (
    <div className="max-w-[640px]">
      <PageHeader title={t("confirmTitle", { organization: page.name })} subtitle={t("confirmText")} />
      <div className="mt-6">
        {problem && <FormErrors errors={[]} message={any(problem.key, problem.values)} />}
        {page.hadAccount && <Notice>{t("confirmHadAccount")}</Notice>}
      </div>
      <dl className="border-t-2 border-(--ink)">
        {facts.map(([label, value]) => (
          <div
            key={label}
            className="grid grid-cols-[9em_minmax(0,1fr)] gap-4 border-b border-(--line) py-2.5"
          >
            <dt className="meta">{label}</dt>
            <dd className="num break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <form method="post" className="mt-6">
        <Button>{t("confirmSubmit")}</Button>
      </form>
    </div>
  );
}
