import { type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import { END_REASONS } from "../placement-schema";
import type { PlacementPage } from "../queries/placement-page.server";

type Move = "start" | "pause" | "resume" | "end" | "miss";
const SHOWN: readonly Move[] = ["start", "resume", "pause", "miss", "end"];

/** What this reader may do with the placement; everything that ends or stops it asks for a reason. */
export const PlacementMoves = ({ page, state }: { page: PlacementPage; state: FormState | null }) => {
  const t = useWords("placements");
  const { row } = page;
  const moves = SHOWN.filter((move) => page.moves.includes(move));
  const warned = page.findings.some((one) => one.verdict === "warn");
  return (
    <Section id="moves" title={t("move.title")}>
      {moves.map((move) =>
        move === "start" || move === "resume" ? (
          <form key={move} method="post" action={`/placements/${row.id}?index`} className="form my-3">
            <HiddenField name="intent" value={move} />
            <HiddenField name="version" value={row.version} />
            {move === "start" && warned && (
              <TextArea
                id="start-note"
                name="note"
                label={t("move.warnReason")}
                hint={t("move.warnHint")}
                rows={2}
                maxLength={500}
                defaultValue={shown(state, "note", String(row.answers.warnReason ?? ""))}
              />
            )}
            <Button>{t(`move.${move}`)}</Button>
          </form>
        ) : (
          <details key={move} className="my-2">
            <summary>{t(`move.${move}`)}</summary>
            <form method="post" action={`/placements/${row.id}?index`} className="form mt-3">
              <HiddenField name="intent" value={move} />
              <HiddenField name="version" value={row.version} />
              {move !== "pause" && (
                <SelectField
                  id={`${move}-reason`}
                  name="reason"
                  label={t("field.reason")}
                  required
                  options={END_REASONS.map((code) => ({ value: code, label: t(`reasonCode.${code}`) }))}
                />
              )}
              <TextArea
                id={`${move}-note`}
                name="note"
                label={t("field.note")}
                rows={2}
                maxLength={500}
                required={move === "pause"}
              />
              <ConfirmButton id={`ask-${move}`} label={t(`move.${move}`)} question={t(`ask.${move}`)} />
            </form>
          </details>
        ),
      )}
    </Section>
  );
};
