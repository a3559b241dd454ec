import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { changePassword } from "../commands/change-password.server";
import { PasswordForm } from "../components/PasswordForm";
import { accountPage } from "../queries/account-page.server";
import { OPERATOR_PASSWORD_DAYS } from "../rules/password-age";
import { changePasswordForm } from "../schema";
import { requirePerson } from "../session.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const { profile } = await accountPage(ctx);
  return {
    title: translatorFor(languageOf(request.headers)).room("identity")("account.password"),
    due: ctx.actor.first === "password",
    email: profile.email,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const limited = await takePoint("signIn", ctx.actor.personId);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, {}) });
  const parsed = parseForm(await request.formData(), changePasswordForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed: {} } }, { status: 422 });
  const changed = await changePassword(ctx, parsed.value);
  if (!changed.ok) return answerRefusal(changed.refusal, { state: refusedState(changed.refusal, {}) });
  return redirect("/account?done=passwordSaved", 303);
};

/** A new password, on a page of its own: where an operator is led once the old one has served its days. */
export default function NewPassword() {
  const t = useWords("identity");
  const { due, email } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader title={t("account.password")} subtitle={t("account.passwordText")} />
      {due && (
        <div className="mt-5">
          <Notice tone="wait">{t("age.due", { days: OPERATOR_PASSWORD_DAYS })}</Notice>
        </div>
      )}
      <PasswordForm email={email} state={state} />
    </>
  );
}
