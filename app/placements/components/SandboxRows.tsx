import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DataTable } from "~/ui/DataTable";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { SandboxRow } from "../commands/look-behind-sandbox.server";

/** The rows behind the counts, after a reason that is kept. */
export const SandboxRows = ({
  rows,
  state,
}: {
  rows: readonly SandboxRow[] | null;
  state: FormState | null;
}) => {
  const t = useWords("sandbox");
  const { any } = useTranslator();
  return (
    <Section id="rows" title={t("rowsTitle")}>
      {rows ? (
        <>
          <Notice tone="ok">{t("kept")}</Notice>
          <DataTable
            caption={t("rowsCaption")}
            captionHidden
            rows={rows}
            rowKey={({ placementId }) => placementId}
            columns={[
              { key: "student", label: t("student"), lead: true, cell: ({ student }) => student },
              { key: "school", label: t("school"), cell: ({ school }) => school },
              { key: "host", label: t("host"), cell: ({ host }) => host },
              { key: "post", label: t("post"), cell: ({ title }) => title },
            ]}
          />
        </>
      ) : (
        <form method="post" className="form mt-3">
          <p className="note">{t("rowsText")}</p>
          <TextArea
            name="reason"
            label={t("reason")}
            required
            rows={2}
            maxLength={300}
            defaultValue={shown(state, "reason")}
            error={errorFor(state, "reason", any)}
          />
          <Button look="ghost">{t("show")}</Button>
        </form>
      )}
    </Section>
  );
};
