import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { Tabs } from "~/ui/Tabs";
import { useWords } from "~/words/use-words";
import type { ownApplications } from "../queries/own-applications.server";
import { ApplicationRows } from "./ApplicationRows";
import { ProposalRows } from "./ProposalRows";

type View = {
  page: Awaited<ReturnType<typeof ownApplications>>;
  tab: "open" | "ended";
  now: string;
  first: boolean;
};

const TABS = ["open", "ended"] as const;

/** A student's own applications, and the places they found themselves. */
export const StudentApplicationsView = ({ page, tab, now, first }: View) => {
  const t = useWords("applications");
  if (!page) {
    return (
      <EmptyState
        level={2}
        title={t("empty.noRecord")}
        action={<LinkButton href="/join">{t("empty.join")}</LinkButton>}
      >
        <p>{t("empty.noRecordText")}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <Tabs
        label={t("title")}
        tabs={TABS.map((one) => ({
          href: `/applications?tab=${one}`,
          label: t(`tab.${one}`),
          current: one === tab,
          ...(one === "open" ? { count: page.counts.open } : {}),
        }))}
      />
      {page.items.length === 0 ? (
        <EmptyState
          level={2}
          title={t(tab === "open" ? "empty.studentTitle" : "empty.endedTitle")}
          action={
            tab === "open" && (
              <LinkButton href="/listings?kind=internship&direction=offer">{t("act.search")}</LinkButton>
            )
          }
        >
          <p>{t(tab === "open" ? "empty.studentText" : "empty.endedText")}</p>
        </EmptyState>
      ) : (
        <section aria-labelledby="list">
          <h2 id="list" className="sr-only">
            {t(`tab.${tab}`)}
          </h2>
          <ApplicationRows items={page.items} now={now} />
        </section>
      )}
      {tab === "open" && (
        <div className="mt-8">
          <Section
            id="found"
            title={t("proposal.title")}
            aside={<a href="/applications/self-found/new">{t("act.propose")}</a>}
          >
            {page.proposals.length === 0 ? (
              <p className="meta py-3">{t("proposal.intro")}</p>
            ) : (
              <ProposalRows items={page.proposals} now={now} named={false} />
            )}
          </Section>
        </div>
      )}
      <Pagination
        {...(first ? {} : { firstHref: `/applications?tab=${tab}` })}
        {...(page.next ? { nextHref: `/applications?tab=${tab}&after=${page.next}` } : {})}
      />
    </>
  );
};
