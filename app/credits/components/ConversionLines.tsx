import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import { creditText } from "../credit-text";
import type { ConversionPage } from "../queries/conversion-page.server";
import { useCreditWords } from "./use-credit-words";

type Line = ConversionPage["result"]["lines"][number];
type Props = { page: ConversionPage; state: FormState | null | undefined };

const TONES: Record<Line["outcome"], Tone> = {
  recognised: "ok",
  conditional: "ok",
  elective: "act",
  not_recognised: "neutral",
  unknown: "wait",
};

const DecideForm = ({ page, state, line }: Props & { line: Line }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const mine = state?.typed.line === line.key && state.typed.intent === "decide" ? state : null;
  const error = (name: string) => errorFor(mine, name, any);
  const id = (name: string) => (mine ? name : `${name}-${line.key}`);
  return (
    <details open={mine !== null || line.outcome === "unknown"} className="mt-2">
      <summary>{t("conversion.decide")}</summary>
      <form method="post" className="form mt-2">
        <HiddenField name="version" value={page.version} />
        <HiddenField name="line" value={line.key} />
        <HiddenField name="intent" value="decide" />
        <SelectField
          id={id("outcome")}
          name="outcome"
          label={t("field.outcome")}
          required
          options={[
            ...(line.override ? [{ value: "table", label: t("conversion.byTable") }] : []),
            ...(["recognised", "elective", "not_recognised"] as const).map((value) => ({
              value,
              label: t(`outcome.${value}`),
            })),
          ]}
          defaultValue={shown(mine, "outcome")}
          error={error("outcome")}
        />
        <SelectField
          id={id("destinationCode")}
          name="destinationCode"
          label={t("field.destinationCode")}
          options={page.destination.map((one) => ({
            value: one.code,
            label: `${one.code} ${one.name} (${creditText(one.creditsCenti)})`,
          }))}
          defaultValue={shown(mine, "destinationCode", line.destinationCode)}
          error={error("destinationCode")}
        />
        <NumberField
          id={id("credits")}
          name="credits"
          label={t("field.credits")}
          min={0}
          max={line.earnedCenti / 100}
          step={0.01}
          defaultValue={shown(mine, "credits", line.earnedCenti / 100)}
          error={error("credits")}
        />
        <TextField
          id={id("reason")}
          name="reason"
          label={t("field.reason")}
          required={line.override === null}
          maxLength={500}
          defaultValue={shown(mine, "reason", line.override?.reason)}
          error={error("reason")}
        />
        <div>
          <Button look="ghost" small>
            {t("conversion.decideAct")}
          </Button>
        </div>
      </form>
    </details>
  );
};

/** What waits for a decision comes first. */
const undecidedFirst = (lines: readonly Line[]): Line[] => [
  ...lines.filter((line) => line.outcome === "unknown"),
  ...lines.filter((line) => line.outcome !== "unknown"),
];

/** Every line of the transcript with what becomes of it and why; for the receiving school, the way to decide otherwise. */
export const ConversionLines = ({ page, state }: Props) => {
  const t = useWords("credits");
  const { credits, sentence } = useCreditWords();
  const decidable = (line: Line): boolean => page.edits && line.earnedCenti > 0;
  return (
    <DataTable
      caption={t("conversion.lines")}
      captionHidden
      rows={page.edits ? undecidedFirst(page.result.lines) : page.result.lines}
      rowKey={(line) => `${line.key}|${line.earnedCenti}|${line.why.key}`}
      columns={[
        {
          key: "course",
          label: t("conversion.course"),
          lead: true,
          cell: (line) => (
            <>
              {line.name}
              <span className="note num block">
                {line.code} · {line.term} · {line.grade}
              </span>
              <span className="note block">{sentence(line.why)}</span>
              {line.override && (
                <span className="note block">{t("conversion.decidedBy", line.override)}</span>
              )}
              {decidable(line) && <DecideForm page={page} state={state} line={line} />}
            </>
          ),
        },
        {
          key: "earned",
          label: t("conversion.earned"),
          numeric: true,
          cell: (line) => <span className="whitespace-nowrap">{credits(line.earnedCenti)}</span>,
        },
        {
          key: "result",
          label: t("conversion.result"),
          cell: (line) => <StateBadge tone={TONES[line.outcome]} word={t(`outcome.${line.outcome}`)} />,
        },
        {
          key: "becomes",
          label: t("conversion.becomes"),
          cell: (line) =>
            line.creditsCenti > 0 ? (
              <div>
                {line.outcome === "elective" ? t("kind.elective") : line.destinationName}
                <b className="num block">{credits(line.creditsCenti)}</b>
              </div>
            ) : (
              t("none")
            ),
        },
        ...(page.edits
          ? [
              {
                key: "act",
                label: t("conversion.drop"),
                cell: (line: Line) => (
                  <form method="post">
                    <HiddenField name="version" value={page.version} />
                    <HiddenField name="line" value={line.key} />
                    <Button
                      look="quiet"
                      small
                      className="whitespace-nowrap"
                      name="intent"
                      value="drop"
                      aria-label={`${t("conversion.drop")} ${line.name} ${line.term}`}
                    >
                      {t("conversion.drop")}
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
