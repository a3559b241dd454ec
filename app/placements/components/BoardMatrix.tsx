import { useTranslator, useWords } from "~/words/use-words";
import type { GateBoardPage } from "../queries/gate-page.server";
import { GATES, type GateKey } from "../rules/gates";
import { GateMark } from "./GateMark";

type Row = GateBoardPage["rows"][number];

/** The roles are spelled out because cards on phones take a table's own away (see ui/DataTable). */
const ROW_HEADER = { role: "rowheader", className: "lead" };

const Tick = ({ row, ticked }: { row: Row; ticked: boolean }) => {
  const t = useWords("placements");
  return (
    <input
      type="checkbox"
      name="placement"
      value={row.id}
      defaultChecked={ticked}
      aria-label={t("gates.choose", { name: row.student })}
    />
  );
};

/** Students against the eight gates; on a phone, and once a gate is chosen, that gate's reasons instead of eight signs. */
export const BoardMatrix = ({
  page,
  gate,
  mayAct,
}: {
  page: GateBoardPage;
  gate: GateKey | null;
  mayAct: boolean;
}) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  const why = (row: Row) =>
    row.gates
      .filter((one) => (gate ? one.gate === gate : true))
      .flatMap((one) => one.reasons)
      .slice(0, gate ? 4 : 2)
      .map((one) =>
        t("gates.must", {
          who: any(`placements.who.${one.who}`),
          what: any(`placements.reason.${one.because}`),
        }),
      );
  const untilOf = (row: Row) => row.gates.find((one) => one.gate === gate)?.until;
  const held = (row: Row) => row.gates.some((one) => one.gate === gate && !one.open);
  return (
    <table className="ledger ledger-cards matrix" role="table">
      <caption className="sr-only">{t("gates.caption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {mayAct && (
            <th scope="col" role="columnheader">
              <span className="sr-only">{t("gates.chosen")}</span>
            </th>
          )}
          <th scope="col" role="columnheader">
            {t("list.student")}
          </th>
          <th scope="col" role="columnheader">
            {t("list.where")}
          </th>
          {!gate &&
            GATES.map((one) => (
              <th key={one} scope="col" role="columnheader" className="matrix-col max-md:hidden">
                {t(`gateShort.${one}`)}
              </th>
            ))}
          <th scope="col" role="columnheader" className={gate ? undefined : "md:hidden"}>
            {t("gates.heldBy")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {page.rows.map((row) => (
          <tr key={row.id} role="row">
            {mayAct && (
              <td role="cell" data-label={t("gates.chosen")}>
                <Tick row={row} ticked={gate !== null && held(row)} />
              </td>
            )}
            <td {...ROW_HEADER} data-label={t("list.student")}>
              <a href={`/placements/${row.id}`}>{row.student}</a>
              <div className="note">{row.className}</div>
            </td>
            <td role="cell" data-label={t("list.where")}>
              {row.host}
              <div className="note num">{row.startsOn}</div>
            </td>
            {!gate &&
              row.gates.map((one) => (
                <td key={one.gate} role="cell" className="matrix-cell max-md:hidden">
                  <GateMark gate={one} />
                </td>
              ))}
            <td role="cell" className={gate ? undefined : "md:hidden"} data-label={t("gates.heldBy")}>
              {why(row).length > 0 ? (
                <ul>
                  {why(row).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : (
                <span className="meta">
                  {untilOf(row) ? t("gates.until", { date: untilOf(row) ?? "" }) : t("gates.open")}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
