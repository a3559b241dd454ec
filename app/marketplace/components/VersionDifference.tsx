import { Section } from "~/ui/Section";
import { Stat, StatRow } from "~/ui/Stat";
import { useWords } from "~/words/use-words";

type NamedRow = { code: string; name: string };

export type Difference = {
  catalogue: string;
  version: string;
  document: string;
  counts: { added: number; changed: number; withdrawn: number };
  added: readonly NamedRow[];
  withdrawn: readonly NamedRow[];
};

const Rows = ({ title, rows, total }: { title: string; rows: readonly NamedRow[]; total: number }) => {
  const t = useWords("operator");
  if (rows.length === 0) return null;
  return (
    <details className="mt-3" open={rows.length <= 20}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">
        {title} <span className="num">{total}</span>
      </summary>
      <ul className="columns-1 gap-x-10 sm:columns-2">
        {rows.map((row) => (
          <li key={`${row.code}-${row.name}`}>
            <span className="num">{row.code}</span> {row.name}
          </li>
        ))}
      </ul>
      {total > rows.length && <p className="meta">{t("catalogues.first", { shown: rows.length })}</p>}
    </details>
  );
};

/** What one version brought and withdrew: figures, then the rows by code. */
export const VersionDifference = ({ difference }: { difference: Difference }) => {
  const t = useWords("operator");
  const catalogues = useWords("catalogues");
  const { counts } = difference;
  return (
    <Section
      title={t("catalogues.difference", {
        catalogue: catalogues(`name.${difference.catalogue as "majors"}`),
        version: difference.version,
      })}
      id="difference"
      aside={<a href="/admin/catalogues">{t("catalogues.close")}</a>}
    >
      <p className="meta my-3">{difference.document}</p>
      <StatRow>
        <Stat label={t("catalogues.added")} value={counts.added} />
        <Stat label={t("catalogues.changed")} value={counts.changed} />
        <Stat label={t("catalogues.withdrawn")} value={counts.withdrawn} />
      </StatRow>
      <Rows title={t("catalogues.added")} rows={difference.added} total={counts.added} />
      <Rows title={t("catalogues.withdrawn")} rows={difference.withdrawn} total={counts.withdrawn} />
    </Section>
  );
};
