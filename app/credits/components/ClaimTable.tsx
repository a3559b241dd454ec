import type { FormState } from "~/platform/http/form-state";
import { DataTable } from "~/ui/DataTable";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ClaimsPage } from "../queries/claims-page.server";
import { DecideClaim } from "./ClaimForms";
import { useCreditWords } from "./use-credit-words";

const TONES: Record<string, Tone> = { proposed: "wait", granted: "ok", refused: "neutral" };

type Props = {
  caption: string;
  page: ClaimsPage;
  rows: ClaimsPage["waiting"];
  state: FormState | null | undefined;
};

/** What was shown for credits, with its evidence and, once decided, the reason. */
export const ClaimTable = ({ caption, page, rows, state }: Props) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits } = useCreditWords();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "item",
          label: t("claims.item"),
          lead: true,
          cell: (row) => (
            <>
              {row.title}
              <span className="note block">
                {[any(`credits.source.${row.source}`), row.issuer, row.number, row.happenedOn]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {row.fileName && <a href={`/credits/claims/${row.id}/file`}>{t("claims.file")}</a>}
              {page.may && row.state === "proposed" && <DecideClaim page={page} claim={row} state={state} />}
            </>
          ),
        },
        {
          key: "student",
          label: t("claims.student"),
          cell: (row) => (
            <div>
              {row.student}
              <span className="note block">{t("claims.by", { name: row.by })}</span>
            </div>
          ),
        },
        {
          key: "state",
          label: t("conversions.state"),
          cell: (row) => (
            <div>
              <StateBadge
                tone={TONES[row.state] ?? "neutral"}
                word={any(`credits.claims.state.${row.state}`)}
              />
              {row.state === "granted" && <b className="num block">{credits(row.creditsCenti)}</b>}
              {row.reason && (
                <span className="note block">
                  {t("claims.decidedBy", { by: row.decidedBy, reason: row.reason })}
                </span>
              )}
            </div>
          ),
        },
      ]}
    />
  );
};
