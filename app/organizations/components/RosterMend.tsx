import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Icon } from "~/ui/Icon";
import { useTranslator, useWords } from "~/words/use-words";

type WrongCell = {
  field: string | null;
  text: string;
  mendable: boolean;
  problems: readonly { key: string; values: Record<string, string | number> }[];
};
export type WrongRowView = { line: number; name: string; studentNumber: string; cells: readonly WrongCell[] };

const Cell = ({ line, cell }: { line: number; cell: WrongCell }) => {
  const t = useWords("students");
  const { any } = useTranslator();
  const label = cell.field ? any(`students.field.${cell.field}`) : t("roster.line", { line });
  const id = `cell-${line}-${cell.field ?? "row"}`;
  const wrong = cell.problems.length > 0;
  return (
    <div className={wrong ? "field invalid" : "field"}>
      {cell.mendable ? (
        <>
          <label htmlFor={id}>
            <span className="sr-only">{t("roster.line", { line })} </span>
            {label}
          </label>
          <input
            id={id}
            name={`cell:${line}:${cell.field}`}
            className="input"
            defaultValue={cell.text}
            maxLength={200}
            autoComplete="off"
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${id}-error` : undefined}
          />
        </>
      ) : (
        <p>
          {label} <span className="note">{t("roster.mendLater")}</span>
        </p>
      )}
      {wrong && (
        <div className="error" id={`${id}-error`}>
          <Icon name="alert" />
          {cell.problems.map((one) => any(`students.roster.problem.${one.key}`, one.values)).join(" ")}
        </div>
      )}
    </div>
  );
};

/** The wrong rows of a roster as one form: every wrong cell can be mended, or its row left out. */
export const RosterMend = ({ rows, version }: { rows: readonly WrongRowView[]; version: number }) => {
  const t = useWords("students");
  return (
    <form method="post" data-draft={`roster-${version}`}>
      <HiddenField name="intent" value="correct" />
      <HiddenField name="version" value={version} />
      <ol className="grid">
        {rows.map((row) => (
          <li
            key={row.line}
            className="grid grid-cols-[11em_minmax(0,1fr)] gap-x-6 gap-y-2 border-b border-(--line) py-4 max-sm:grid-cols-1"
          >
            <div>
              <h3 className="num text-base">{t("roster.line", { line: row.line })}</h3>
              <p className="meta">{t("roster.who", { name: row.name, number: row.studentNumber })}</p>
              <label className="choice mt-2">
                <input type="checkbox" name="drop" value={row.line} />
                <span>{t("roster.drop")}</span>
              </label>
            </div>
            <div className="grid grid-cols-2 gap-x-6 gap-y-4 max-lg:grid-cols-1">
              {row.cells.map((cell) => (
                <Cell key={cell.field} line={row.line} cell={cell} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <div className="form-end">
        <Button>{t("roster.correct")}</Button>
      </div>
    </form>
  );
};
