import {
  type ActionFunctionArgs,
  data,
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
import { retryDelivery } from "../commands/retry-delivery.server";
import { DeliveryItem } from "../components/DeliveryItem";
import { DELIVERY_STATES, outboxPage } from "../queries/outbox.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const query = new URL(request.url).searchParams;
  const state = DELIVERY_STATES.find((one) => one === query.get("state")) ?? null;
  const before = query.get("before");
  return {
    title: translatorFor(languageOf(request.headers)).room("admin")("outbox.title"),
    now: clock.now().toISOString(),
    demo: config().demo,
    states: [null, ...DELIVERY_STATES],
    state,
    first: before === null,
    retried: query.has("retried"),
    page: await outboxPage(state, before && isId(before) ? before : null),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireOperator(request, context);
  const id = String((await request.formData()).get("retry") ?? "");
  if (!isId(id)) return throwRefusal(notFound().refusal);
  const retried = await retryDelivery(ctx, id);
  if (retried.ok) return redirect("/admin/outbox?state=queued&retried=1", 303);
  if (retried.refusal.code === "not_found") return throwRefusal(retried.refusal);
  return answerRefusal(retried.refusal, data({ state: refusedState(retried.refusal, {}) }).data);
};

const hrefOf = (state: string | null, before?: string): string => {
  const query = new URLSearchParams({
    ...(state ? { state } : {}),
    ...(before ? { before } : {}),
  }).toString();
  return query ? `/admin/outbox?${query}` : "/admin/outbox";
};

/** What was promised to be done: mails to read in the demo, attempts and errors everywhere, dead ones to try again. */
export default function Outbox() {
  const t = useWords("admin");
  const { any } = useTranslator();
  const { page, now, state, states, first, demo, retried } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("outbox.title")}
        subtitle={demo ? t("outbox.subtitle") : `${t("outbox.subtitle")} ${t("outbox.hidden")}`}
        trail={[{ href: "/admin", label: t("title") }]}
      />
      {retried && !refused && <Notice tone="ok">{t("outbox.retried")}</Notice>}
      {refused && <Notice tone="bad">{any(refused.message.key, refused.message.values)}</Notice>}
      <nav aria-label={t("outbox.title")} className="mt-4 flex flex-wrap gap-x-6 border-b border-(--line)">
        {states.map((one) => (
          <a
            key={one ?? "all"}
            href={hrefOf(one)}
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
        {...(first ? {} : { firstHref: hrefOf(state) })}
        {...(page.next ? { nextHref: hrefOf(state, page.next) } : {})}
      />
    </>
  );
}
