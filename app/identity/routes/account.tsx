import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound, type Result } from "~/platform/result";
import { Button } from "~/ui/Button";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import type { PersonCtx } from "../actor";
import { changePassword } from "../commands/change-password.server";
import { disownSignIn } from "../commands/disown-sign-in.server";
import { endMembership } from "../commands/end-membership.server";
import { revokeOtherSessions } from "../commands/revoke-other-sessions.server";
import { revokeSession } from "../commands/revoke-session.server";
import { updateProfile } from "../commands/update-profile.server";
import { OrganizationChoice } from "../components/OrganizationChoice";
import { PasswordForm } from "../components/PasswordForm";
import { ProfileForm } from "../components/ProfileForm";
import { SecondStepNote } from "../components/SecondStepNote";
import { SessionTable } from "../components/SessionTable";
import { SignInTable } from "../components/SignInTable";
import { accountPage } from "../queries/account-page.server";
import { changePasswordForm, disownForm, endForm, profileForm, revokeForm } from "../schema";
import { requirePerson } from "../session.server";

const DONE = [
  "saved",
  "passwordSaved",
  "revoked",
  "revokedOthers",
  "switched",
  "left",
  "registered",
] as const;
type Done = (typeof DONE)[number];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const asked = new URL(request.url).searchParams.get("done");
  return {
    title: translatorFor(languageOf(request.headers)).room("identity")("account.title"),
    done: DONE.find((one) => one === asked) ?? null,
    ...(await accountPage(ctx)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Outcome =
  | { refused: FormState }
  | { result: Result<unknown>; done: Done | "disowned"; typed: FormState["typed"] };

const act = async (ctx: PersonCtx, intent: string, form: FormData): Promise<Outcome> => {
  if (intent === "profile") {
    const parsed = parseForm(form, profileForm);
    if (!parsed.ok) return { refused: parsed.state };
    return { result: await updateProfile(ctx, parsed.value), done: "saved", typed: parsed.typed };
  }
  if (intent === "password") {
    const limited = await takePoint("signIn", ctx.actor.personId);
    if (limited) return { result: { ok: false, refusal: limited }, done: "passwordSaved", typed: {} };
    const parsed = parseForm(form, changePasswordForm);
    if (!parsed.ok) return { refused: { ...parsed.state, typed: {} } };
    return { result: await changePassword(ctx, parsed.value), done: "passwordSaved", typed: {} };
  }
  if (intent === "revoke") {
    const parsed = parseForm(form, revokeForm);
    if (!parsed.ok) return { refused: parsed.state };
    return { result: await revokeSession(ctx, parsed.value), done: "revoked", typed: {} };
  }
  if (intent === "revokeOthers")
    return { result: await revokeOtherSessions(ctx), done: "revokedOthers", typed: {} };
  if (intent === "disown") {
    const parsed = parseForm(form, disownForm);
    if (!parsed.ok) return { refused: parsed.state };
    return { result: await disownSignIn(ctx, parsed.value), done: "disowned", typed: {} };
  }
  if (intent === "leave") {
    const parsed = parseForm(form, endForm);
    if (!parsed.ok) return { refused: parsed.state };
    return { result: await endMembership(ctx, parsed.value), done: "left", typed: {} };
  }
  return { result: notFound(), done: "saved", typed: {} };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const form = await request.formData();
  const intent = String(form.get("intent") ?? "");
  const outcome = await act(ctx, intent, form);
  if ("refused" in outcome) return data({ intent, state: outcome.refused }, { status: 422 });
  if (!outcome.result.ok) {
    const { refusal } = outcome.result;
    return answerRefusal(refusal, { intent, state: refusedState(refusal, outcome.typed) });
  }
  return redirect(outcome.done === "disowned" ? "/login?disowned=1" : `/account?done=${outcome.done}`, 303);
};

/** One's own account: name, password, where one is signed in, and the organizations one belongs to. */
export default function Account() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const { done, now, profile, sessions, organizations } = page;
  const answer = useActionData<typeof action>();
  const stateOf = (intent: string): FormState | null => (answer?.intent === intent ? answer.state : null);
  const plain = answer && answer.intent !== "profile" && answer.intent !== "password" ? answer.state : null;
  return (
    <>
      <PageHeader title={t("account.title")} subtitle={`${profile.email} · ${t("account.emailNote")}`} />
      <div className="mt-5">
        {done && !answer && <Notice tone="ok">{t(`account.${done}`)}</Notice>}
        {plain && <FormErrors errors={[]} message={any(plain.message.key, plain.message.values)} />}
      </div>
      <div className="stack">
        <Section title={t("account.organizations")} id="organizations">
          <OrganizationChoice organizations={organizations} />
        </Section>
        <Section title={t("account.profile")} id="profile">
          <ProfileForm profile={profile} state={stateOf("profile")} />
        </Section>
        <p>
          <a href="/account/calendar">{any("seen.calendarLink")}</a>
        </p>
        <SecondStepNote on={page.secondStep} />
        <Section title={t("account.password")} id="password-section">
          {page.passwordAge?.kind === "soon" && (
            <Notice tone="wait">{t("age.soon", { days: page.passwordAge.days })}</Notice>
          )}
          <p className="meta mt-2">{t("account.passwordText")}</p>
          <PasswordForm email={profile.email} state={stateOf("password")} />
        </Section>
        <Section
          title={t("account.sessions")}
          id="sessions"
          aside={
            sessions.length > 1 && (
              <form method="post">
                <HiddenField name="intent" value="revokeOthers" />
                <Button look="quiet" small>
                  {t("account.revokeOthers")}
                </Button>
              </form>
            )
          }
        >
          <SessionTable sessions={sessions} now={now} />
        </Section>
        <Section title={t("signIns.title")} id="sign-ins">
          <p className="meta mt-2">{t("signIns.text")}</p>
          <SignInTable signIns={page.signIns} now={now} own />
        </Section>
      </div>
    </>
  );
}
