import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { isId, newId } from "~/platform/id";
import { notFound, type Result } from "~/platform/result";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { moveWebhookEndpoint } from "../commands/move-webhook-endpoint.server";
import { pingWebhook } from "../commands/ping-webhook.server";
import { resendWebhook } from "../commands/resend-webhook.server";
import { MessageTable } from "../components/MessageTable";
import { machinesRefusal } from "../key-policy";
import { webhookLog } from "../queries/webhooks-page.server";
import { DEAD_BEFORE_PAUSE } from "../rules/webhook-events";
import { endpointMove, pingForm, resendForm } from "../webhook-schema";

const DONE = ["pinged", "resent", "moved"] as const;

const pageOf = async ({ request, context, params }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const before = new URL(request.url).searchParams.get("before");
  const log = await webhookLog(ctx, params.id ?? "", before && isId(before) ? before : null);
  if (!log) return throwRefusal(notFound().refusal);
  const denied = machinesRefusal(ctx.actor);
  if (denied) return throwRefusal(denied);
  return { ctx, log, first: before === null };
};

export const loader = async (args: LoaderFunctionArgs) => {
  const { ctx, log, first } = await pageOf(args);
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    title: translatorFor(languageOf(args.request.headers)).room("machines")("webhooks.title"),
    now: ctx.clock.now().toISOString(),
    submissionKey: newId(),
    done: DONE.find((one) => one === done) ?? null,
    first,
    ...log,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async (args: ActionFunctionArgs) => {
  const { ctx, log } = await pageOf(args);
  const { id } = log.endpoint;
  const form = await args.request.formData();
  const intent = form.get("intent");
  const act = async (): Promise<{ done: Result<unknown>; word: (typeof DONE)[number] }> => {
    if (intent === "resend") {
      const parsed = parseForm(form, resendForm);
      const done = parsed.ok ? await resendWebhook(ctx, parsed.value.message) : notFound();
      return { done, word: "resent" };
    }
    if (intent === "ping") {
      const parsed = parseForm(form, pingForm);
      const done = parsed.ok ? await pingWebhook(ctx, id, parsed.value.submissionKey) : notFound();
      return { done, word: "pinged" };
    }
    const parsed = parseForm(form, endpointMove);
    return { done: parsed.ok ? await moveWebhookEndpoint(ctx, id, parsed.value) : notFound(), word: "moved" };
  };
  const { done, word } = await act();
  if (done.ok)
    return redirect(
      intent === "remove" ? "/organization/webhooks" : `/organization/webhooks/${id}?done=${word}`,
      303,
    );
  if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, {}) });
};

const TONES = { active: "ok", paused: "neutral", house: "bad" } as const;

/** One receiver: what it was told, what it answered, what can be sent again. */
export default function Webhook() {
  const t = useWords("machines");
  const { any } = useTranslator();
  const { endpoint, messages, next, first, now, done, submissionKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.state;
  const { id, url, version, events } = endpoint;
  const state = endpoint.state as "active" | "paused" | "house";
  const move = state === "active" ? "pause" : "resume";
  return (
    <>
      <PageHeader
        title={<span className="break-all">{url}</span>}
        subtitle={events.map((event) => any(`machines.webhooks.event.${event}`)).join(" · ")}
        trail={[{ href: "/organization/webhooks", label: t("webhooks.title") }]}
        state={<StateBadge tone={TONES[state]} word={t(`webhooks.states.${state}`)} />}
        action={
          <form method="post" className="row">
            <HiddenField name="submissionKey" value={submissionKey} />
            <Button name="intent" value="ping">
              {t("webhooks.ping")}
            </Button>
          </form>
        }
      />
      {refused && <Notice tone="bad">{any(refused.message.key, refused.message.values)}</Notice>}
      {done && !refused && <Notice tone="ok">{t(`webhooks.${done}`)}</Notice>}
      {state === "house" && (
        <Notice tone="bad">{t("webhooks.housePaused", { most: DEAD_BEFORE_PAUSE })}</Notice>
      )}
      <div className="stack mt-6">
        <Section title={t("webhooks.log")} id="log">
          <MessageTable messages={messages} now={now} />
          <Pagination
            {...(first ? {} : { firstHref: `/organization/webhooks/${id}` })}
            {...(next ? { nextHref: `/organization/webhooks/${id}?before=${next}` } : {})}
          />
        </Section>
        <form method="post" className="row">
          <HiddenField name="version" value={version} />
          <Button look="ghost" small name="intent" value={move}>
            {t(`webhooks.${move}`)}
          </Button>
          <ConfirmButton
            id="remove"
            label={t("webhooks.remove")}
            question={t("webhooks.removeQuestion")}
            small
            name="intent"
            value="remove"
          />
        </form>
      </div>
    </>
  );
}
