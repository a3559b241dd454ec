import { type Column, DataTable } from "~/ui/DataTable";
import { Pagination } from "~/ui/Pagination";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { indicatorPage } from "../queries/indicator-page.server";
import { figureText, fractionText } from "./figure-text";

type Page = NonNullable<Awaited<ReturnType<typeof indicatorPage>>>;
type Row = Page["organizations"][number];
type Figured = Pick<Row, "figure">;

const useFigureColumns = (page: Page): Column<Figured>[] => {
  const t = useWords("indicators");
  const { unit } = page.indicator;
  return [
    {
      key: "value",
      label: t("column.value"),
      numeric: true,
      cell: ({ figure }) => figureText(figure, unit, t),
    },
    {
      key: "fraction",
      label: t("column.fraction"),
      numeric: true,
      cell: ({ figure }) => fractionText(figure) || "—",
    },
  ];
};

/** A region's figure by the places below it. */
export const FigurePlaces = ({ page }: { page: Page }) => {
  const t = useWords("indicators");
  const columns = useFigureColumns(page);
  return (
    <Section id="parts" title={t("page.parts")}>
      <DataTable
        caption={t("page.parts")}
        captionHidden
        rows={page.parts}
        rowKey={({ code }) => code}
        columns={[
          { key: "place", label: t("column.place"), lead: true, cell: ({ name }) => name },
          ...columns,
        ]}
      />
    </Section>
  );
};

/** Where supplied amounts stand: file and line, who confirmed them and when. */
export const useOriginColumns = (): Column<Pick<Row, "origin">>[] => {
  const t = useWords("reports");
  const { language } = useTranslator();
  return [
    {
      key: "file",
      label: t("origin.file"),
      cell: ({ origin }) =>
        origin && (
          <a href={`/oversight/sheets/${origin.sheetId}`} className="break-all">
            {t("origin.line", { file: origin.fileName, line: origin.line })}
          </a>
        ),
    },
    {
      key: "by",
      label: t("origin.by"),
      cell: ({ origin }) => origin && `${origin.personName} · ${absoluteText(origin.confirmedAt, language)}`,
    },
  ];
};

/** A region's figure by organization: counted ones lead to their rows, supplied ones to file and line. */
export const FigureOrganizations = ({ page }: { page: Page }) => {
  const t = useWords("indicators");
  const columns = useFigureColumns(page);
  const origins = useOriginColumns();
  const { id } = page.indicator;
  const here = `/oversight/indicators/${id}?year=${page.year}`;
  return (
    <Section id="organizations" title={t("page.organizations")}>
      <DataTable
        caption={t("page.organizations")}
        captionHidden
        rows={page.organizations}
        rowKey={(row) => row.key}
        columns={[
          {
            key: "organization",
            label: t("column.organization"),
            lead: true,
            cell: (row) =>
              row.origin ? (
                row.name
              ) : (
                <a href={`/oversight/indicators/${id}/rows?year=${page.year}&organization=${row.id}`}>
                  {row.name}
                </a>
              ),
          },
          { key: "place", label: t("column.place"), cell: ({ place }) => place },
          ...columns,
          ...(page.supplier ? origins : []),
        ]}
      />
      <Pagination
        {...(page.after ? { firstHref: here } : {})}
        {...(page.next ? { nextHref: `${here}&after=${encodeURIComponent(page.next)}` } : {})}
      />
    </Section>
  );
};
