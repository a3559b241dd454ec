import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { OrganizationTabs } from "~/organizations/components/OrganizationTabs";
import { parseForm, refusedState } from "~/platform/http/form.server";
import type { FormState } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { addWebhookEndpoint } from "../commands/add-webhook-endpoint.server";
import { EndpointForm } from "../components/EndpointForm";
import { ShownOnce } from "../components/ShownOnce";
import { machinesRefusal } from "../key-policy";
import { webhooksPage } from "../queries/webhooks-page.server";
import { endpointForm } from "../webhook-schema";

const guarded = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const denied = machinesRefusal(ctx.actor);
  if (denied) throwRefusal(denied);
  return ctx;
};

export const loader = async (args: LoaderFunctionArgs) => {
  const ctx = await guarded(args);
  return {
    title: translatorFor(languageOf(args.request.headers)).room("machines")("webhooks.title"),
    kind: ctx.actor.organization.kind,
    endpoints: await webhooksPage(ctx),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

type Answer = { state: FormState | null; secret: string | null; again: boolean };

export const action = async (args: ActionFunctionArgs) => {
  const ctx = await guarded(args);
  const parsed = parseForm(await args.request.formData(), endpointForm);
  if (!parsed.ok) return data<Answer>({ state: parsed.state, secret: null, again: false }, { status: 422 });
  const added = await addWebhookEndpoint(ctx, parsed.value);
  if (!added.ok) {
    const state = refusedState(added.refusal, parsed.typed);
    return answerRefusal<Answer>(added.refusal, { state, secret: null, again: false });
  }
  const { secret } = added.value;
  return data<Answer>({ state: null, secret, again: secret === null });
};

const TONES = { active: "ok", paused: "neutral", house: "bad" } as const;

/** Where the organization's own system is told what happens. */
export default function Webhooks() {
  const t = useWords("machines");
  const { any } = useTranslator();
  const { kind, endpoints, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={t("webhooks.title")}
        subtitle={t("webhooks.subtitle")}
        trail={[{ href: "/organization", label: t("keys.trail") }]}
      />
      <OrganizationTabs kind={kind} current="webhooks" owner />
      {answer?.secret && (
        <ShownOnce title={t("webhooks.onceTitle")} text={t("webhooks.onceText")} secret={answer.secret} />
      )}
      {answer?.again && <Notice tone="wait">{t("webhooks.again")}</Notice>}
      <div className="stack mt-6">
        <Section title={t("webhooks.list")} id="receivers">
          <DataTable
            caption={t("webhooks.list")}
            captionHidden
            rows={endpoints}
            rowKey={(endpoint) => endpoint.id}
            empty={
              <EmptyState level={3} title={t("webhooks.none")}>
                <p>{t("webhooks.noneText")}</p>
              </EmptyState>
            }
            columns={[
              {
                key: "url",
                label: t("webhooks.url"),
                lead: true,
                cell: (endpoint) => (
                  <a className="break-all" href={`/organization/webhooks/${endpoint.id}`}>
                    {endpoint.url}
                  </a>
                ),
              },
              {
                key: "events",
                label: t("webhooks.events"),
                cell: (endpoint) =>
                  endpoint.events.map((event) => any(`machines.webhooks.event.${event}`)).join(" · "),
              },
              {
                key: "state",
                label: t("webhooks.state"),
                cell: ({ state }) => (
                  <StateBadge
                    tone={TONES[state as "active"]}
                    word={t(`webhooks.states.${state as "active"}`)}
                  />
                ),
              },
            ]}
          />
        </Section>
        <Section title={t("webhooks.new")} id="new-receiver">
          <EndpointForm state={answer?.state ?? null} submissionKey={submissionKey} />
        </Section>
        <Section title={t("webhooks.signature")} id="signature">
          <p className="meta">{t("webhooks.signatureText")}</p>
        </Section>
      </div>
    </>
  );
}
