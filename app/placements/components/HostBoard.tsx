import { type FormState, ticked } from "~/platform/http/form-state";
import { type Column, DataTable } from "~/ui/DataTable";
import { DueDate } from "~/ui/DueDate";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ApplicationLine } from "../application-lines.server";
import type { HostApplications, HostTab } from "../queries/host-applications.server";
import { reasonKey } from "./ApplicationRows";
import { APPLICATION_TONES } from "./application-tone";
import { type HostActName, HostActs } from "./HostActs";

const ACTS: Record<HostTab, readonly HostActName[]> = {
  submitted: ["read", "shortlist", "invite", "offer", "reject"],
  read: ["shortlist", "invite", "offer", "reject"],
  shortlisted: ["invite", "offer", "reject"],
  interview: ["invite", "offer", "reject"],
  offered: [],
  ended: [],
};

type HostBoardProps = {
  page: HostApplications;
  tab: HostTab;
  now: string;
  state: FormState | null;
  refused: HostActName | null;
  defaults: { interviewOn: string; until: string };
};

/** The applications of one state in a table, and below it what can be done with those that are ticked. */
export const HostBoard = ({ page, tab, now, state, refused, defaults }: HostBoardProps) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const acts = page.mayAnswer ? ACTS[tab] : [];
  const chosen = ticked(state, "ids");
  const columns: Column<ApplicationLine>[] = [
    {
      key: "name",
      label: t("page.student"),
      lead: true,
      cell: (row) => (
        <span className="inline-flex items-center gap-3">
          {acts.length > 0 && (
            <input
              type="checkbox"
              name="ids"
              value={row.id}
              defaultChecked={chosen.includes(row.id)}
              aria-label={t("bulk.selectRow", { name: row.student?.name ?? "" })}
              className="size-5"
            />
          )}
          <a href={`/applications/${row.id}`}>{row.student?.name}</a>
        </span>
      ),
    },
    {
      key: "programme",
      label: t("page.programme"),
      cell: (row) => (
        <div>
          {row.student?.programme}
          <div className="note">{row.school}</div>
        </div>
      ),
    },
    { key: "listing", label: t("page.post"), cell: (row) => row.title },
    {
      key: "state",
      label: t("page.state"),
      cell: (row) => (
        <div>
          <StateBadge tone={APPLICATION_TONES[row.state]} word={t(`state.${row.state}`)} />
          {row.task && (
            <div className="note">
              {t(`side.${row.turn ?? "host"}`)} · {t(`task.${row.task}`)}
            </div>
          )}
          {!row.task && row.reason && <div className="note">{any(reasonKey(row))}</div>}
        </div>
      ),
    },
    {
      key: "due",
      label: t("page.due"),
      cell: (row) => (row.replyBy ? <DueDate due={row.replyBy} now={now} /> : "–"),
    },
  ];
  const table = (
    <DataTable
      caption={t(`tab.${tab}`)}
      captionHidden
      columns={columns}
      rows={page.items}
      rowKey={(row) => row.id}
    />
  );
  if (acts.length === 0) return <div className="mt-5">{table}</div>;
  return (
    <form method="post" className="mt-5">
      {table}
      <div className="mt-8" />
      <Section id="bulk" title={t("bulk.title")} aside={t("bulk.chosen")}>
        <HostActs
          acts={acts}
          state={state}
          refused={refused}
          suggestions={page.suggestions}
          defaults={defaults}
          moves={tab === "interview"}
        />
      </Section>
    </form>
  );
};
