import { useWords } from "~/words/use-words";
import type { TablePage } from "../queries/table-page.server";
import { useRuleText } from "./TableLines";

type Change = NonNullable<TablePage["diff"]>["changes"][number];
type Side = NonNullable<Change["after"]>;

/** What a version says otherwise than the signed one before it, course by course. */
export const TableDiff = ({ changes }: { changes: readonly Change[] }) => {
  const t = useWords("credits");
  const ruleText = useRuleText();
  const text = (side: Side | null): string =>
    side === null
      ? t("none")
      : [ruleText(side), side.destinationCode && `${side.destinationCode} ${side.destinationName}`]
          .filter(Boolean)
          .join(" · ");
  if (changes.length === 0) return <p className="meta mt-2">{t("table.diffNone")}</p>;
  return (
    <ul className="mt-3 grid gap-2">
      {changes.map((one) => (
        <li key={one.key}>
          <b>{t(`table.${one.change}`)}</b> {one.sourceCode} {one.sourceName}
          <span className="note block">
            {one.change === "changed"
              ? t("table.was", { before: text(one.before), after: text(one.after) })
              : text(one.after ?? one.before)}
          </span>
        </li>
      ))}
    </ul>
  );
};
