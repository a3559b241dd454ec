import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { config } from "~/platform/config/config.server";
import { refusedState } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { isId } from "~/platform/id";
import { notFound } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { retryDeadDeliveries } from "../commands/retry-dead-deliveries.server";
import { retryDelivery } from "../commands/retry-delivery.server";
import { DeadKinds } from "../components/DeadKinds";
import { DeliveryItem } from "../components/DeliveryItem";
import { DELIVERY_STATES, deadByKind, outboxPage } from "../queries/outbox.server";

const KIND = /^[a-z][\w.-]{0,40}$/;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const query = new URL(request.url).searchParams;
  const state = DELIVERY_STATES.find((one) => one === query.get("state")) ?? null;
  const kind = KIND.test(query.get("kind") ?? "") ? query.get("kind") : null;
  const before = query.get("before");
  return {
    title: translatorFor(languageOf(request.headers)).room("operator")("jobs.title"),
    now: clock.now().toISOString(),
    demo: config().demo,
    states: [null, ...DELIVERY_STATES],
    state,
    kind,
    dead: await deadByKind(),
    first: before === null,
    retried: query.has("retried"),
    page: await outboxPage({ state, kind }, before && isId(before) ? before : null),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireOperator(request, context);
  const form = await request.formData();
  const kind = String(form.get("retryKind") ?? "");
  const id = String(form.get("retry") ?? "");
  if (!KIND.test(kind) && !isId(id)) return throwRefusal(notFound().refusal);
  const retried = kind ? await retryDeadDeliveries(ctx, kind) : await retryDelivery(ctx, id);
  if (retried.ok) return redirect("/admin/jobs?state=queued&retried=1", 303);
  if (retried.refusal.code === "not_found") return throwRefusal(retried.refusal);
  return answerRefusal(retried.refusal, { state: refusedState(retried.refusal, {}) });
};

const hrefOf = (kept: { state: string | null; kind: string | null }, before?: string): string => {
  const asked = Object.entries({ ...kept, before }).filter((pair): pair is [string, string] =>
    Boolean(pair[1]),
  );
  const query = new URLSearchParams(asked).toString();
  return query ? `/admin/jobs?${query}` : "/admin/jobs";
};

/** What was promised to be done: mails to read in the demo, attempts and errors everywhere, given-up ones to try again. */
export default function Jobs() {
  const t = useWords("admin");
  const { any } = useTranslator();
  const words = useWords("operator");
  const { page, now, state, states, kind, dead, first, demo, retried } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={words("jobs.title")}
        subtitle={demo ? t("outbox.subtitle") : `${t("outbox.subtitle")} ${t("outbox.hidden")}`}
        trail={[{ href: "/admin", label: t("title") }]}
      />
      {retried && !refused && <Notice tone="ok">{t("outbox.retried")}</Notice>}
      {refused && <Notice tone="bad">{any(refused.message.key, refused.message.values)}</Notice>}
      <DeadKinds dead={dead} />
      {kind && (
        <p className="meta mt-4">
          {words("jobs.onlyKind", { kind })}{" "}
          <a href={hrefOf({ state, kind: null })}>{words("jobs.allKinds")}</a>
        </p>
      )}
      <nav aria-label={words("jobs.title")} className="mt-4 flex flex-wrap gap-x-6 border-b border-(--line)">
        {states.map((one) => (
          <a
            key={one ?? "all"}
            href={hrefOf({ state: one, kind })}
            aria-current={one === state ? "page" : undefined}
            className="flex min-h-11 items-center border-b-3 border-transparent text-(--soft) aria-[current=page]:border-(--qing) aria-[current=page]:font-semibold aria-[current=page]:text-(--ink)"
          >
            {one ? t(`outbox.state.${one}`) : t("outbox.all")}
          </a>
        ))}
      </nav>
      {page.items.length === 0 ? (
        <EmptyState level={2} title={t("outbox.empty")}>
          <p>{t("outbox.emptyText")}</p>
        </EmptyState>
      ) : (
        page.items.map((item) => <DeliveryItem key={item.id} item={item} now={now} />)
      )}
      <Pagination
        {...(first ? {} : { firstHref: hrefOf({ state, kind }) })}
        {...(page.next ? { nextHref: hrefOf({ state, kind }, page.next) } : {})}
      />
    </>
  );
}
