import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { mayWrite } from "~/identity/actor";
import { languageOf } from "~/platform/i18n/language";
import { systemClock } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { Tabs } from "~/ui/Tabs";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { EnquiryRows } from "../components/EnquiryRows";
import { ENQUIRY_TABS, enquiryCounts, enquiryList } from "../queries/enquiry-list.server";
import { requireStaff } from "../staff.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requireStaff(request, context);
  const search = new URL(request.url).searchParams;
  const tab = ENQUIRY_TABS.find((one) => one === search.get("tab")) ?? "ours";
  const cursor = search.get("after");
  return {
    title: translatorFor(languageOf(request.headers)).room("enquiries")("title"),
    now: systemClock.now().toISOString(),
    tabs: ENQUIRY_TABS,
    tab,
    first: cursor === null,
    limits: actor.organization.kind === "enterprise" && mayWrite(actor),
    counts: await enquiryCounts(actor.organizationId),
    ...(await enquiryList(actor.organizationId, tab, cursor)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The own organization's enquiries: waiting for us, waiting for them, ended. */
export default function Enquiries() {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const { now, limits, tabs, tab, first, counts, items, next } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("title")}
        subtitle={t("intro")}
        action={
          limits && (
            <LinkButton href="/enquiries/quota" look="quiet">
              {any("quota.title")}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={t("title")}
        tabs={tabs.map((one) => ({
          href: `/enquiries?tab=${one}`,
          label: t(`tab.${one}`),
          current: one === tab,
          ...(one === "ended" ? {} : { count: counts[one] }),
        }))}
      />
      {items.length === 0 ? (
        <EmptyState
          level={2}
          title={t(`empty.${tab}Title`)}
          action={
            <LinkButton href="/matches" look="ghost">
              {t("empty.action")}
            </LinkButton>
          }
        >
          <p>{t(`empty.${tab}Text`)}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="list">
          <h2 id="list" className="sr-only">
            {t(`tab.${tab}`)}
          </h2>
          <EnquiryRows items={items} tab={tab} now={now} />
        </section>
      )}
      <Pagination
        {...(first ? {} : { firstHref: `/enquiries?tab=${tab}` })}
        {...(next ? { nextHref: `/enquiries?tab=${tab}&after=${encodeURIComponent(next)}` } : {})}
      />
    </>
  );
}
