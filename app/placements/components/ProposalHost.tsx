import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { ProposalPage } from "../queries/proposal-page.server";

/** The host of a self-found place as the student knows it. */
export const ProposalHost = ({ page }: { page: ProposalPage }) => {
  const t = useWords("applications");
  const { host } = page;
  const unknown = t("page.unknown");
  return (
    <Section id="host" title={t("proposal.host")}>
      <Facts
        facts={[
          {
            label: t("proposal.hostName"),
            value: host.id ? <a href={`/organizations/${host.id}`}>{host.name}</a> : host.name,
          },
          { label: t("proposal.uscc"), value: <span className="num break-all">{host.uscc}</span> },
          { label: t("proposal.region"), value: host.region },
          { label: t("proposal.industry"), value: host.industry || unknown },
          { label: t("proposal.employees"), value: host.employees ?? unknown },
          { label: t("proposal.postHeadcount"), value: host.postHeadcount ?? unknown },
          { label: t("proposal.contactName"), value: `${host.contactName} ${host.contactPhone}` },
        ]}
      />
      <p className="note mt-3">{t(host.known ? "proposal.known" : "proposal.unknownHost")}</p>
    </Section>
  );
};
