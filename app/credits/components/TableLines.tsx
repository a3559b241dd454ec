import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { Tag } from "~/ui/Tag";
import { useTranslator, useWords } from "~/words/use-words";
import { creditText, shareText } from "../credit-text";
import type { TablePage } from "../queries/table-page.server";
import { useCreditWords } from "./use-credit-words";

type Line = TablePage["lines"][number];

/** What one line says in a few words: the kind, the condition, the major. */
export const useRuleText = () => {
  const t = useWords("credits");
  const { any } = useTranslator();
  return (line: Pick<Line, "type" | "minimumCenti" | "shareBp" | "majorCode">): string =>
    [
      any(`credits.type.${line.type}`),
      line.type === "similar"
        ? t("table.condition", { grade: creditText(line.minimumCenti), share: shareText(line.shareBp) })
        : line.type === "elective" && line.shareBp < 10_000
          ? t("table.share", { share: shareText(line.shareBp) })
          : "",
      line.majorCode ? t("table.major", { major: line.majorCode }) : "",
    ]
      .filter(Boolean)
      .join(" · ");
};

/** The lines of a version, source on the left, destination on the right; while it is edited each can be taken out. */
export const TableLines = ({ page, editing }: { page: TablePage; editing: boolean }) => {
  const t = useWords("credits");
  const { credits } = useCreditWords();
  const ruleText = useRuleText();
  const changes = new Map(page.diff?.changes.map((one) => [one.key, one.change]) ?? []);
  const changed = (line: Line) => changes.get(`${line.sourceCode}|${line.majorCode}`);
  const version = page.shown?.version ?? 0;
  return (
    <DataTable
      caption={t("tables.title")}
      captionHidden
      rows={page.lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: "source",
          label: t("table.source", { school: page.from }),
          lead: true,
          cell: (line) => (
            <>
              {line.sourceName} {changed(line) && <Tag>{t(`table.${changed(line) ?? "changed"}`)}</Tag>}
              <span className="note num block">
                {line.sourceCode} · {credits(line.sourceCenti)}
              </span>
            </>
          ),
        },
        { key: "rule", label: t("table.rule"), cell: (line) => ruleText(line) },
        {
          key: "destination",
          label: t("table.destination", { school: page.to }),
          cell: (line) =>
            line.destinationCode ? (
              <div>
                {line.destinationName}
                <span className="note num block">
                  {line.destinationCode} · {credits(line.destinationCenti)}
                </span>
              </div>
            ) : (
              t("none")
            ),
        },
        ...(page.lines.some((line) => line.note)
          ? [{ key: "note", label: t("field.note"), cell: (line: Line) => line.note || t("none") }]
          : []),
        ...(editing
          ? [
              {
                key: "act",
                label: t("table.remove"),
                cell: (line: Line) => (
                  <form method="post">
                    <HiddenField name="version" value={version} />
                    <HiddenField name="line" value={line.id} />
                    <Button
                      look="quiet"
                      small
                      name="intent"
                      value="remove"
                      aria-label={`${t("table.remove")} ${line.sourceName}`}
                    >
                      {t("table.remove")}
                    </Button>
                  </form>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};
