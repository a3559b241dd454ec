import type { FormState } from "~/platform/http/form-state";
import { RelativeDate } from "~/ui/RelativeDate";
import { useWords } from "~/words/use-words";
import type { AdminOrganization } from "../queries/admin-organization.server";
import { NoteForm } from "./NoteForm";

type Props = { reports: AdminOrganization["reports"]; now: string; state: FormState | null };

/** What partners reported about an organization, each to be settled with a note. */
export const OperatorReports = ({ reports, now, state }: Props) => {
  const t = useWords("trust");
  if (reports.length === 0) return <p className="meta mt-3">{t("desk.noReports")}</p>;
  return (
    <ul>
      {reports.map((report) => (
        <li key={report.id} className="border-b border-(--line) py-3">
          <strong>{t(`report.reason.${report.reasonCode as "other"}`)}</strong>
          <p className="whitespace-pre-line">{report.text}</p>
          <p className="meta">
            {t("admin.reportBy")} {report.by} · <RelativeDate at={report.at} now={now} />
          </p>
          {report.note && <p className="meta">{t("admin.settled", { note: report.note })}</p>}
          {report.state === "open" && (
            <NoteForm
              intent="settle"
              subject={{ name: "suspicion", id: report.id }}
              label={t("admin.settle")}
              submit={t("admin.settleSubmit")}
              state={state}
            />
          )}
        </li>
      ))}
    </ul>
  );
};
