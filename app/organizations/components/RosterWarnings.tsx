import { Icon } from "~/ui/Icon";
import { useTranslator, useWords } from "~/words/use-words";

type Warning = { line: number; field: string | null; key: string; values?: Record<string, string | number> };

/** What a roster's reader should look at although it does not stop the import. */
export const RosterWarnings = ({ warnings }: { warnings: readonly Warning[] }) => {
  const t = useWords("students");
  const { any } = useTranslator();
  return (
    <ul className="grid">
      {warnings.map((one) => (
        <li key={`${one.line}-${one.field}-${one.key}`} className="finding finding-missing">
          <Icon name="alert" />
          <div>
            <span className="num">{t("roster.line", { line: one.line })}</span>{" "}
            {one.field && `${any(`students.field.${one.field}`)}${any("students.roster.colon")}`}
            {any(`students.roster.problem.${one.key}`, one.values)}
          </div>
        </li>
      ))}
    </ul>
  );
};
