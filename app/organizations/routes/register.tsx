import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { anonymousCtx, personOf, requirePerson } from "~/identity/session.server";
import { config } from "~/platform/config/config.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { registerOrganization } from "../commands/register-organization.server";
import { requestRegistration } from "../commands/request-registration.server";
import { KindDoors } from "../components/KindDoors";
import { RegistrationForm } from "../components/RegistrationForm";
import { ownRegistrationForm, registrationForm, SELF_REGISTERED_KINDS } from "../registration-schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const asked = new URL(request.url).searchParams.get("kind");
  const person = await personOf(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("registration")("title"),
    kind: SELF_REGISTERED_KINDS.find((kind) => kind === asked) ?? null,
    person: person?.name ?? null,
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Sent = { email: string; demoLink: string | null };

const sent = (answer: Sent) => ({ state: null, sent: answer });

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const form = await request.formData();
  const { password: _password, ...typed } = typedFrom(form);
  const limited = await takePoint("register", context.ip);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, typed), sent: null });
  if (await personOf(request, context)) {
    const parsed = parseForm(form, ownRegistrationForm);
    if (!parsed.ok) return data({ state: parsed.state, sent: null }, { status: 422 });
    const outcome = await registerOrganization(await requirePerson(request, context), parsed.value);
    if (outcome.ok) return redirect("/workspace", 303);
    return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed), sent: null });
  }
  const parsed = parseForm(form, registrationForm);
  if (!parsed.ok) return data({ state: { ...parsed.state, typed }, sent: null }, { status: 422 });
  const { email } = parsed.value;
  if (form.get("fax")) return sent({ email, demoLink: null });
  const outcome = await requestRegistration(anonymousCtx(context), {
    ...parsed.value,
    language: languageOf(request.headers),
  });
  if (outcome.ok) return sent({ email, demoLink: config().demo ? outcome.value.confirmPath : null });
  return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typed), sent: null });
};

/** Registers an organization: first its kind, then one form; the e-mail address is confirmed by a link. */
export default function Register() {
  const t = useWords("registration");
  const { kind, person, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sent) {
    const { email, demoLink } = answer.sent;
    return (
      <div className="max-w-[640px]">
        <PageHeader title={t("sentTitle")} />
        <div className="mt-6">
          <Notice tone="ok">{t("sentText", { email })}</Notice>
          {demoLink && <p className="mb-3">{t("sentDemo")}</p>}
        </div>
        <div className="row">
          {demoLink && <LinkButton href={demoLink}>{t("openLink")}</LinkButton>}
          <LinkButton href={kind ? `/register?kind=${kind}` : "/register"} look="quiet">
            {t("again")}
          </LinkButton>
        </div>
      </div>
    );
  }
  const signIn = !person && (
    <p className="meta mt-6">
      {t("haveAccount")} <a href="/login?returnTo=%2Fregister">{t("signIn")}</a>
    </p>
  );
  if (!kind) {
    return (
      <div className="max-w-[760px]">
        <PageHeader title={t("title")} subtitle={t("chooseText")} />
        <KindDoors />
        {signIn}
      </div>
    );
  }
  return (
    <div className="max-w-[640px]">
      <PageHeader
        trail={[{ href: "/register", label: t("otherKind") }]}
        title={t("titleOf", { kind: t(`kind.${kind}.label`) })}
        subtitle={t(`kind.${kind}.text`)}
      />
      <RegistrationForm
        kind={kind}
        submissionKey={submissionKey}
        person={person}
        state={answer?.state ?? null}
      />
      {signIn}
    </div>
  );
}
