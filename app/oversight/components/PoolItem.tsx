import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { StateBadge } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { PoolRow } from "../queries/recognition-pool.server";
import { RECOGNITION_MOVES, type RecognitionMove } from "../rules/recognition/lifecycle";
import { RecognitionProgress } from "./RecognitionProgress";

const TONES = {
  applied: "act",
  cultivating: "wait",
  awarded: "ok",
  returned: "bad",
  ended: "neutral",
} as const;

const movesOf = (row: PoolRow): RecognitionMove[] =>
  (Object.keys(RECOGNITION_MOVES) as RecognitionMove[]).filter((move) =>
    RECOGNITION_MOVES[move].from.includes(row.state),
  );

/** One enterprise of the pool: its progress when it applied, and what the authority can decide. */
export const PoolItem = ({ row, mayAct }: { row: PoolRow; mayAct: boolean }) => {
  const t = useWords("recognition");
  const { language } = useTranslator();
  const moves = movesOf(row);
  return (
    <article className="item">
      <div>
        <h3>
          <a href={`/organizations/${row.organizationId}`}>{row.name}</a>
        </h3>
        <p className="meta">
          {t("apply.appliedOn", { date: absoluteText(row.appliedOn, language) })} ·{" "}
          {t("pool.met", { met: row.progress.met })}
          {row.expiresOn && ` · ${t("pool.expiring", { date: absoluteText(row.expiresOn, language) })}`}
        </p>
        {row.note && <p className="meta">{row.note}</p>}
        <details>
          <summary className="min-h-11 content-center text-qing">{t("pool.history")}</summary>
          <RecognitionProgress criteria={row.progress.criteria} />
        </details>
        {mayAct && moves.length > 0 && (
          <form method="post" className="form mt-2">
            <HiddenField name="id" value={row.id} />
            <HiddenField name="version" value={row.version} />
            <TextField name="note" id={`note-${row.id}`} label={t("pool.note")} maxLength={1000} />
            <div className="row">
              {moves.map((move, index) => (
                <Button key={move} small look={index === 0 ? "primary" : "ghost"} name="intent" value={move}>
                  {t(`pool.${move}`)}
                  <span className="sr-only"> {row.name}</span>
                </Button>
              ))}
            </div>
          </form>
        )}
      </div>
      <div className="row">
        <StateBadge tone={TONES[row.state]} word={t(`state.${row.state}`)} />
      </div>
    </article>
  );
};
