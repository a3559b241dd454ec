import { DataTable } from "~/ui/DataTable";
import { useWords } from "~/words/use-words";

type UsingRecord = "listing" | "programme" | "post" | "organization";

export type Use = {
  catalogue: "majors" | "occupations" | "regions" | "industries";
  record: UsingRecord;
  total: number;
  rows: {
    id: string;
    title: string;
    organizationId: string;
    organization: string;
    code: string;
    name: string;
    withdrawnIn: string;
  }[];
};

type Row = Use["rows"][number];

const titleOf = (record: UsingRecord, row: Row) =>
  record === "listing" ? <a href={`/listings/${row.id}`}>{row.title}</a> : row.title;

/** Which living records still use withdrawn codes: a sentence with the figure, then the records by name. */
export const WithdrawnUses = ({ uses }: { uses: readonly Use[] }) => {
  const t = useWords("operator");
  const catalogues = useWords("catalogues");
  return uses.map((use) => {
    const values = { total: use.total, catalogue: catalogues(`name.${use.catalogue}`) };
    const sentence = t(`catalogues.uses.${use.record}`, values);
    return (
      <div key={`${use.catalogue}-${use.record}`} className="mt-5">
        <h3 className="font-semibold">{sentence}</h3>
        <DataTable
          caption={sentence}
          captionHidden
          rows={use.rows}
          rowKey={(row) => `${row.id}-${row.code}`}
          columns={[
            {
              key: "title",
              label: t("catalogues.record"),
              lead: true,
              cell: (row) => titleOf(use.record, row),
            },
            {
              key: "organization",
              label: t("catalogues.organization"),
              cell: (row) => <a href={`/organizations/${row.organizationId}`}>{row.organization}</a>,
            },
            {
              key: "code",
              label: t("catalogues.code"),
              cell: (row) => (
                <>
                  <span className="num">{row.code}</span> {row.name}
                </>
              ),
            },
            { key: "withdrawn", label: t("catalogues.withdrawnIn"), cell: (row) => row.withdrawnIn },
          ]}
        />
        {use.total > use.rows.length && (
          <p className="meta mt-1">{t("catalogues.first", { shown: use.rows.length })}</p>
        )}
      </div>
    );
  });
};
