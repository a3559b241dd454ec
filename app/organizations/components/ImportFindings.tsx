import type { ImportView } from "~/platform/imports/import-kind";
import { DataTable } from "~/ui/DataTable";
import { LinkButton } from "~/ui/LinkButton";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";

/** What is wrong in a spreadsheet: the commonest causes, then row by row with what each cell says. */
export const ImportFindings = ({ view, first }: { view: ImportView; first: boolean }) => {
  const t = useWords("imports");
  const { any } = useTranslator();
  const headerOf = (field: string) =>
    view.fields.find((one) => one.field === field)?.header ?? (field === "" ? t("wholeRow") : field);
  const base = `/organization/imports/${view.id}`;
  return (
    <>
      <Section
        title={t("causes")}
        id="causes"
        aside={
          <LinkButton look="quiet" small icon="download" href={`${base}/problems`} download>
            {t("problems")}
          </LinkButton>
        }
      >
        <DataTable
          caption={t("causes")}
          captionHidden
          rows={view.causes}
          rowKey={(cause) => `${cause.field}:${cause.key}`}
          columns={[
            { key: "field", label: t("column"), lead: true, cell: (cause) => headerOf(cause.field) },
            {
              key: "cause",
              label: t("cause"),
              cell: (cause) => any(cause.key, cause.example.values),
            },
            { key: "rows", label: t("howMany"), numeric: true, cell: (cause) => cause.rows },
          ]}
        />
      </Section>
      <Section title={t("wrongRows")} id="rows">
        <DataTable
          caption={t("wrongRows")}
          captionHidden
          rows={view.wrong}
          rowKey={(row) => String(row.line)}
          columns={[
            {
              key: "line",
              label: t("line"),
              lead: true,
              cell: (row) => <span className="num">{row.line}</span>,
            },
            {
              key: "problem",
              label: t("problem"),
              cell: (row) => (
                <ul>
                  {row.findings.map((finding) => (
                    <li key={`${finding.field}:${finding.key}:${JSON.stringify(finding.values ?? {})}`}>
                      <b>{headerOf(finding.field)}</b>
                      {finding.field !== "" && row.cells[finding.field] && (
                        <>
                          {" "}
                          <span className="meta break-all">“{row.cells[finding.field]!.slice(0, 60)}”</span>
                        </>
                      )}{" "}
                      {any(finding.key, finding.values)}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
        <Pagination
          {...(first ? {} : { firstHref: base })}
          {...(view.next === null ? {} : { nextHref: `${base}?after=${view.next}#rows` })}
        />
      </Section>
    </>
  );
};
