import type { FormState } from "~/platform/http/form-state";
import type { Refusal } from "~/platform/result";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { Pagination } from "~/ui/Pagination";
import { Tabs } from "~/ui/Tabs";
import { useTranslator, useWords } from "~/words/use-words";
import type { HostApplications, HostTab } from "../queries/host-applications.server";
import type { HostActName } from "./HostActs";
import { HostBoard } from "./HostBoard";

const TABS = ["submitted", "read", "shortlisted", "interview", "offered", "ended"] as const;

type View = {
  page: HostApplications;
  tab: HostTab;
  listing: string | null;
  defaults: { interviewOn: string; until: string };
  now: string;
  first: boolean;
  state: FormState | null;
  refused: HostActName | null;
  batch: { done: number; refused: readonly { id: string; refusal: Refusal }[] } | null;
};

/** A host's applications by state and listing, answered one by one or many at once. */
export const HostApplicationsView = (view: View) => {
  const { page, tab, listing, defaults, now, first, state, refused, batch } = view;
  const t = useWords("applications");
  const { any } = useTranslator();
  const href = (to: HostTab) => `/applications?tab=${to}${listing ? `&listing=${listing}` : ""}`;
  const nameOf = (id: string) => page.items.find((item) => item.id === id)?.student?.name ?? "";
  return (
    <>
      {batch && (
        <Notice tone="wait">
          {batch.done > 0 && `${t("bulk.done", { done: batch.done })} `}
          {t("bulk.refused", { count: batch.refused.length })}
          <ul>
            {batch.refused.map(({ id, refusal }) => (
              <li key={id}>
                {nameOf(id)} {any(refusal.key, refusal.values)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {page.listings.length > 1 && (
        <form method="get" className="row mt-4 items-end">
          <HiddenField name="tab" value={tab} />
          <SelectField
            name="listing"
            label={t("bulk.listing")}
            bare
            empty={t("bulk.allListings")}
            defaultValue={listing}
            autoSubmit
            options={page.listings.map(({ id, title }) => ({ value: id, label: title }))}
          />
          <Button look="quiet">{t("act.choose")}</Button>
        </form>
      )}
      <Tabs
        label={t("title")}
        tabs={TABS.map((one) => ({
          href: href(one),
          label: t(`tab.${one}`),
          current: one === tab,
          ...(one === "ended" ? {} : { count: page.counts[one] }),
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState
          level={2}
          title={t("empty.hostTitle")}
          action={
            page.listings.length === 0 && <LinkButton href="/listings/new">{t("empty.publish")}</LinkButton>
          }
        >
          <p>{t("empty.hostText")}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="list">
          <h2 id="list" className="sr-only">
            {t(`tab.${tab}`)}
          </h2>
          <HostBoard page={page} tab={tab} now={now} state={state} refused={refused} defaults={defaults} />
        </section>
      )}
      <Pagination
        {...(first ? {} : { firstHref: href(tab) })}
        {...(page.next ? { nextHref: `${href(tab)}&after=${page.next}` } : {})}
      />
    </>
  );
};
