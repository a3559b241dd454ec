import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { acceptInvitation } from "../commands/accept-invitation.server";
import { joinByInvitation } from "../commands/join-by-invitation.server";
import { fieldErrors } from "../components/field-errors";
import { InvitationWay } from "../components/InvitationWay";
import { invitationPage } from "../queries/invitation-page.server";
import { joinForm } from "../schema";
import { anonymousCtx, openSession, personOf, requirePerson } from "../session.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const t = translatorFor(languageOf(request.headers)).room("identity");
  const reader = await personOf(request, context);
  const invitation = await invitationPage(params.token ?? "", reader, systemClock.now());
  const title = invitation
    ? t("invitation.title", { organization: invitation.organization })
    : t("invitation.deadTitle");
  return data({ title, invitation }, { status: invitation ? 200 : 404 });
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const token = params.token ?? "";
  const { password: _password, ...typed } = typedFrom(form);
  if (form.get("intent") === "accept") {
    const accepted = await acceptInvitation(await requirePerson(request, context), { token });
    if (!accepted.ok)
      return answerRefusal(accepted.refusal, { state: refusedState(accepted.refusal, typed) });
    return redirect("/workspace", 303);
  }
  const limited = await takePoint("register", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, typed) });
  const parsed = parseForm(form, joinForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed } }, { status: 422 });
  const joined = await joinByInvitation(anonymousCtx(context), { token, ...parsed.value });
  if (!joined.ok) return answerRefusal(joined.refusal, { state: refusedState(joined.refusal, typed) });
  return redirect("/workspace", {
    status: 303,
    headers: { "Set-Cookie": await openSession(joined.value.personId, context) },
  });
};

/** An invitation to act for an organization, and the one way on for whoever opens it. Opening it changes nothing. */
export default function Invitation() {
  const t = useWords("identity");
  const { any } = useTranslator();
  const { pathname } = useLocation();
  const { invitation } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  if (!invitation) {
    return (
      <EmptyState
        level={1}
        title={t("invitation.deadTitle")}
        action={<LinkButton href="/">{t("invitation.deadAction")}</LinkButton>}
      >
        <p>{t("invitation.deadText")}</p>
      </EmptyState>
    );
  }
  const { organization, inviter, role, email } = invitation;
  const labels = { name: t("field.name"), password: t("field.password") };
  return (
    <div className="max-w-[640px]">
      <PageHeader
        title={t("invitation.title", { organization })}
        subtitle={t("invitation.forEmail", { email })}
      />
      <p className="mt-5">{t("invitation.text", { inviter, organization, role: t(`role.${role}`) })}</p>
      <p className="meta mt-1 mb-6">
        {t("invitation.meaning", { role: t(`role.${role}`), meaning: t(`roleMeaning.${role}`) })}
      </p>
      <FormErrors
        errors={fieldErrors(state, labels, any)}
        {...(state ? { message: any(state.message.key, state.message.values) } : {})}
      />
      <InvitationWay invitation={invitation} state={state ?? null} path={pathname} labels={labels} />
    </div>
  );
}
