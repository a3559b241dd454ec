import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { fieldErrors } from "~/identity/components/field-errors";
import { requireOperator } from "~/identity/session.server";
import { parseQuery, typedFrom } from "~/platform/http/form.server";
import { errorFor, shown } from "~/platform/http/form-state";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { DateField } from "~/ui/form/DateField";
import { FormErrors } from "~/ui/form/FormErrors";
import { TextField } from "~/ui/form/TextField";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { EventTable } from "../components/EventTable";
import { searchEvents } from "../queries/event-search.server";
import { type EventQuery, eventQuery } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await requireOperator(request, context);
  const search = new URL(request.url).searchParams;
  const parsed = parseQuery(search, eventQuery);
  const query: EventQuery = parsed.ok ? parsed.value : {};
  const form = new FormData();
  for (const [name, value] of search) form.append(name, value);
  return {
    title: translatorFor(languageOf(request.headers)).room("admin")("events.title"),
    query,
    typed: typedFrom(form),
    state: parsed.ok ? null : parsed.state,
    found: parsed.ok ? await searchEvents(query) : { items: [], next: null, chain: null },
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const hrefOf = (query: EventQuery, before: string | null): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, before })) if (value) params.set(name, value);
  return `/admin/events?${params.toString()}`;
};

/** Every recorded event, found by subject, name or day; one subject's chain is checked as it is shown. */
export default function Events() {
  const t = useWords("admin");
  const { any } = useTranslator();
  const { query, typed, state, found } = useLoaderData<typeof loader>();
  const kept = { typed, message: { key: "" }, fields: state?.fields ?? [] };
  const labels = {
    type: t("events.type"),
    id: t("events.id"),
    name: t("events.name"),
    from: t("events.from"),
    to: t("events.to"),
  };
  return (
    <>
      <PageHeader
        title={t("events.title")}
        subtitle={t("events.subtitle")}
        trail={[{ href: "/admin", label: t("title") }]}
      />
      <form action="/admin/events" role="search" className="form mt-5">
        {state && (
          <FormErrors
            errors={fieldErrors(state, labels, any)}
            message={any(state.message.key, state.message.values)}
          />
        )}
        <div className="form-pair">
          <TextField
            name="type"
            label={labels.type}
            defaultValue={shown(kept, "type")}
            placeholder="listing"
          />
          <TextField name="id" label={labels.id} defaultValue={shown(kept, "id")} spellCheck={false} />
        </div>
        <TextField
          name="name"
          label={labels.name}
          defaultValue={shown(kept, "name")}
          placeholder="listing.published"
        />
        <div className="form-pair">
          <DateField
            name="from"
            label={labels.from}
            error={errorFor(kept, "from", any)}
            defaultValue={shown(kept, "from")}
          />
          <DateField
            name="to"
            label={labels.to}
            error={errorFor(kept, "to", any)}
            defaultValue={shown(kept, "to")}
          />
        </div>
        <div>
          <Button icon="search">{t("events.search")}</Button>
        </div>
      </form>
      {found.chain && found.items.length > 0 && (
        <Notice tone={found.chain.intact ? "ok" : "bad"}>
          {found.chain.intact
            ? t("events.intact", { total: found.items[0]?.sequence ?? 0 })
            : t("events.broken", { sequence: found.chain.sequence })}
        </Notice>
      )}
      <div className="mt-6">
        <EventTable
          events={found.items}
          empty={
            <EmptyState level={2} title={t("events.empty")}>
              <p>{t("events.emptyText")}</p>
            </EmptyState>
          }
        />
      </div>
      <Pagination
        {...(query.before ? { firstHref: hrefOf({ ...query, before: undefined }, null) } : {})}
        {...(found.next ? { nextHref: hrefOf(query, found.next) } : {})}
      />
    </>
  );
}
