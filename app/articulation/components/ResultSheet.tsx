import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { CohortPageData } from "../queries/cohort-page.server";

const TONES = { studying: "wait", passed: "ok", failed: "bad", left: "neutral" } as const;

const points = (bp: number | null | undefined): string | null =>
  bp === null || bp === undefined ? null : String(bp / 100);

/** A row of fields per student and part of the examination, saved together; whoever left is read only. */
export const ResultSheet = ({ page, state }: { page: CohortPageData; state: FormState | null }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  const enters = page.sat && page.teaches;
  const rows = page.members.map((member, index) => ({ ...member, index }));
  return (
    <form method="post">
      <HiddenField name="intent" value="results" />
      <DataTable
        caption={t("cohort.members")}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "name",
            label: t("cohort.name"),
            lead: true,
            cell: (row) => (
              <>
                {row.name}
                <span className="note num block">
                  {row.number} · {row.className}
                </span>
                {enters && row.state !== "left" && (
                  <>
                    <HiddenField name={`rows[${row.index}].member`} value={row.id} />
                    <HiddenField name={`rows[${row.index}].version`} value={row.version} />
                  </>
                )}
              </>
            ),
          },
          ...page.parts.map((part, at) => ({
            key: `part-${at}`,
            label: `${part.name} ${part.weightBp / 100}%`,
            cell: (row: (typeof rows)[number]) => {
              const name = `rows[${row.index}].scores[${at}]`;
              if (!enters || row.state === "left") return points(row.scores[at]) ?? "–";
              return (
                <TextField
                  bare
                  name={name}
                  label={`${row.name} · ${part.name}`}
                  inputMode="decimal"
                  maxLength={6}
                  className="num"
                  defaultValue={shown(state, name, points(row.scores[at]))}
                  error={errorFor(state, name, any)}
                />
              );
            },
          })),
          {
            key: "total",
            label: t("cohort.total"),
            numeric: true,
            cell: (row) => (row.totalBp === null ? "–" : (row.totalBp / 100).toFixed(2)),
          },
          {
            key: "state",
            label: t("cohort.state"),
            cell: (row) => (
              <>
                <StateBadge
                  tone={TONES[row.state as keyof typeof TONES] ?? "neutral"}
                  word={any(`articulation.cohort.member.${row.state}`)}
                />
                {row.reasonCode && (
                  <span className="note block">{any(`articulation.cohort.reason.${row.reasonCode}`)}</span>
                )}
              </>
            ),
          },
        ]}
      />
      {enters ? (
        <>
          <p className="note">{t("cohort.scoresHint")}</p>
          <div className="row mt-3">
            <Button>{t("cohort.save")}</Button>
            {page.imports && (
              <LinkButton look="quiet" href={`/pathways/${page.pathwayId}/cohorts/${page.id}/import`}>
                {t("cohort.import")}
              </LinkButton>
            )}
          </div>
        </>
      ) : (
        page.teaches && <p className="note">{t("cohort.before", { on: page.examinationOn })}</p>
      )}
    </form>
  );
};
