import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { OrganizationTabs } from "~/organizations/components/OrganizationTabs";
import { config } from "~/platform/config/config.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { createApiKey } from "../commands/create-api-key.server";
import { revokeApiKey } from "../commands/revoke-api-key.server";
import { KeyForm } from "../components/KeyForm";
import { KeyTable } from "../components/KeyTable";
import { ShownOnce } from "../components/ShownOnce";
import { machinesRefusal } from "../key-policy";
import { keyForm, revokeForm } from "../key-schema";
import { keysPage } from "../queries/keys-page.server";

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const denied = machinesRefusal(ctx.actor);
  if (denied) throwRefusal(denied);
  return ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  return {
    title: translatorFor(languageOf(args.request.headers)).room("machines")("keys.title"),
    kind: ctx.actor.organization.kind,
    revoked: new URL(args.request.url).searchParams.has("revoked"),
    base: `${config().baseUrl}/api/v1`,
    submissionKey: newId(),
    ...(await keysPage(ctx)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Answer = { state: FormState | null; secret: string | null; again: boolean };

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const form = await args.request.formData();
  if (form.get("intent") === "revoke") {
    const parsed = parseForm(form, revokeForm);
    if (!parsed.ok) return throwRefusal(notFound().refusal);
    const ended = await revokeApiKey(ctx, parsed.value.id);
    return ended.ok ? redirect("/organization/keys?revoked=1", 303) : throwRefusal(ended.refusal);
  }
  const parsed = parseForm(form, keyForm);
  if (!parsed.ok) return data<Answer>({ state: parsed.state, secret: null, again: false }, { status: 422 });
  const made = await createApiKey(ctx, parsed.value);
  if (!made.ok) {
    const state = refusedState(made.refusal, parsed.typed);
    return answerRefusal<Answer>(made.refusal, { state, secret: null, again: false });
  }
  const { secret } = made.value;
  return data<Answer>({ state: null, secret, again: secret === null });
};

/** The keys by which other systems act for the organization: made, shown once, watched, revoked. */
export default function Keys() {
  const t = useWords("machines");
  const { kind, keys, quota, now, base, revoked, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("keys.title")}
        subtitle={t("keys.subtitle")}
        trail={[{ href: "/organization", label: t("keys.trail") }]}
      />
      <OrganizationTabs kind={kind} current="keys" owner />
      {answer?.secret && (
        <ShownOnce title={t("keys.onceTitle")} text={t("keys.onceText")} secret={answer.secret} />
      )}
      {answer?.again && <Notice tone="wait">{t("keys.again")}</Notice>}
      {revoked && !answer && <Notice tone="ok">{t("keys.revoked")}</Notice>}
      <div className="stack mt-6">
        <Section title={t("keys.list")} id="keys">
          <KeyTable keys={keys} quota={quota} now={now} />
        </Section>
        <Section title={t("keys.new")} id="new-key">
          <KeyForm state={answer?.state ?? null} submissionKey={submissionKey} />
        </Section>
        <Section title={t("keys.howTitle")} id="how">
          <p className="meta">{t("keys.how")}</p>
          <pre className="num mt-3 overflow-x-auto border-t border-line py-3 text-sm">
            {`curl ${base}/listings/mine -H "Authorization: Bearer cjb_…"`}
          </pre>
          <p>
            <a href="/api/v1/openapi.json">{t("keys.document")}</a>
          </p>
        </Section>
      </div>
    </>
  );
}
