import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireOperator } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { isId } from "~/platform/id";
import { isCivilDate } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { TodoItem } from "~/ui/TodoItem";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { decidedReviews, verificationQueue } from "../queries/verification-queue.server";

const readKey = (text: string | null) => {
  const [dueOn = "", id = ""] = text?.split("_") ?? [];
  return isCivilDate(dueOn) && isId(id) ? { dueOn, id } : null;
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const after = readKey(new URL(request.url).searchParams.get("after"));
  const [queue, decided] = await Promise.all([verificationQueue(after), decidedReviews()]);
  return {
    title: translatorFor(languageOf(request.headers)).room("admin")("queue.title"),
    now: clock.now().toISOString(),
    first: after === null,
    queue,
    decided,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** Profiles that wait for the operator, the most urgent first; late ones say so. */
export default function Verifications() {
  const t = useWords("admin");
  const words = useWords("organizations");
  const { queue, decided, now, first } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("queue.title")}
        subtitle={t("queue.subtitle")}
        trail={[{ href: "/admin", label: t("title") }]}
      />
      <div className="stack mt-6">
        {queue.items.length === 0 ? (
          <EmptyState level={2} title={t("queue.empty")}>
            <p>{t("queue.emptyText")}</p>
          </EmptyState>
        ) : (
          <Section title={t("home.waiting")} id="waiting">
            {queue.items.map((item) => (
              <TodoItem
                key={item.id}
                due={item.dueOn}
                now={now}
                title={<a href={`/admin/verifications/${item.id}`}>{item.name}</a>}
                meta={
                  <>
                    {words(`kind.${item.kind as "school"}`)} · {item.region} ·{" "}
                    <RelativeDate at={item.submittedAt} now={now} />
                    {item.dueUncertain && ` · ${t("queue.uncertain")}`}
                  </>
                }
                action={<LinkButton href={`/admin/verifications/${item.id}`}>{t("queue.open")}</LinkButton>}
              />
            ))}
          </Section>
        )}
        <Pagination
          {...(first ? {} : { firstHref: "/admin/verifications" })}
          {...(queue.next
            ? { nextHref: `/admin/verifications?after=${queue.next.dueOn}_${queue.next.id}` }
            : {})}
        />
        {decided.length > 0 && (
          <Section title={t("queue.decided")} id="decided">
            <ul>
              {decided.map((review) => (
                <li key={review.id} className="between border-b border-(--line) py-2">
                  <a href={`/admin/verifications/${review.id}`}>{review.name}</a>
                  <span className="meta">
                    {t(`case.${review.decision as "approved"}`)} ·{" "}
                    <RelativeDate at={review.decidedAt} now={now} />
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </>
  );
}
