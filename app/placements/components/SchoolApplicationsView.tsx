import { EmptyState } from "~/ui/EmptyState";
import { Pagination } from "~/ui/Pagination";
import { Tabs } from "~/ui/Tabs";
import { useWords } from "~/words/use-words";
import type { schoolApplications } from "../queries/school-applications.server";
import { ApplicationRows } from "./ApplicationRows";
import { ProposalRows } from "./ProposalRows";

const TABS = ["open", "proposals", "ended"] as const;

type View = {
  page: Awaited<ReturnType<typeof schoolApplications>>;
  tab: (typeof TABS)[number];
  now: string;
  first: boolean;
};

const EMPTY = {
  open: ["empty.schoolTitle", "empty.schoolText"],
  proposals: ["empty.proposalsTitle", "empty.proposalsText"],
  ended: ["empty.endedTitle", "empty.endedText"],
} as const;

/** Applications of a school's students, and the places they found themselves. */
export const SchoolApplicationsView = ({ page, tab, now, first }: View) => {
  const t = useWords("applications");
  const [title, text] = EMPTY[tab];
  const nothing = page.items.length === 0 && page.proposals.length === 0;
  return (
    <>
      <Tabs
        label={t("title")}
        tabs={TABS.map((one) => ({
          href: `/applications?tab=${one}`,
          label: t(`tab.${one}`),
          current: one === tab,
          ...(one === "ended" ? {} : { count: page.counts[one] }),
        }))}
      />
      {nothing ? (
        <EmptyState level={2} title={t(title)}>
          <p>{t(text)}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="list">
          <h2 id="list" className="sr-only">
            {t(`tab.${tab}`)}
          </h2>
          {tab === "proposals" ? (
            <ProposalRows items={page.proposals} now={now} named />
          ) : (
            <ApplicationRows items={page.items} now={now} />
          )}
        </section>
      )}
      <Pagination
        {...(first ? {} : { firstHref: `/applications?tab=${tab}` })}
        {...(page.next
          ? { nextHref: `/applications?tab=${tab}&after=${encodeURIComponent(page.next)}` }
          : {})}
      />
    </>
  );
};
