import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/identity/session.server";
import { parseQuery } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate, systemClock } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { DateField } from "~/ui/form/DateField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { ResultItem } from "~/ui/ResultItem";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { ResourceTabs } from "../components/ResourceTabs";
import { useResourceTexts } from "../components/use-resource-texts";
import { SHARING } from "../policy";
import { resourcesList } from "../queries/resources-list.server";
import { RESOURCE_KINDS } from "../rules/kinds";
import { timeOf } from "../rules/sessions";
import { type ResourcesQuery, resourcesQuery } from "../schema";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const address = new URL(request.url);
  const parsed = parseQuery(address.searchParams, resourcesQuery);
  const query: ResourcesQuery = parsed.ok ? parsed.value : {};
  const today = civilDate(systemClock.now());
  const person = await personOf(request, context);
  const list = await resourcesList(query, today);
  address.searchParams.set("after", list.next ?? "");
  const { organization } = person ?? {};
  return {
    title: translatorFor(languageOf(request.headers)).room("resources")("title"),
    query,
    today,
    list,
    nextHref: list.next ? address.search : undefined,
    works: Boolean(organization && organization.role !== "student" && SHARING.includes(organization.kind)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** What organizations share, with the next free session of each: open to everybody. */
export default function Resources() {
  const t = useWords("resources");
  const { any } = useTranslator();
  const { ages } = useResourceTexts();
  const { query, today, list, nextHref, works } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      {works && <ResourceTabs current="find" />}
      <form method="get" className="row mt-5 items-end" aria-label={t("filter.title")}>
        <SelectField
          name="kind"
          label={t("filter.kind")}
          empty={t("filter.all")}
          options={RESOURCE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          defaultValue={query.kind}
          required
        />
        <DateField name="day" label={t("filter.day")} defaultValue={query.day} min={today} />
        <NumberField name="age" label={t("filter.age")} defaultValue={query.age} min={3} max={99} />
        <Button>{t("filter.find")}</Button>
      </form>
      <div className="stack mt-5">
        {list.resources.length === 0 && (
          <EmptyState level={2} title={t("list.none")}>
            <p>{t("list.noneText")}</p>
          </EmptyState>
        )}
        <h2 className="sr-only">{t("page.calendar")}</h2>
        {list.resources.map((one) => (
          <ResultItem
            key={one.id}
            href={`/resources/${one.id}`}
            title={one.title}
            meta={`${one.owner} · ${one.place}`}
            figure={
              <span className="num">
                {one.first
                  ? t("list.first", { day: one.first.day, time: timeOf(one.first.fromMinute) })
                  : t("list.full")}
              </span>
            }
            tags={
              <>
                <Tag>{any(`resources.kind.${one.kind}`)}</Tag>
                <Tag>{ages(one.minAge, one.maxAge)}</Tag>
                <Tag>{one.exclusive ? t("list.whole") : t("list.capacity", { seats: one.capacity })}</Tag>
                {one.free > 0 && <Tag>{t("list.free", { free: one.free })}</Tag>}
              </>
            }
          />
        ))}
        <Pagination nextHref={nextHref} />
      </div>
    </>
  );
}
