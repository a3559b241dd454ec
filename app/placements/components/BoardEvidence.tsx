import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { GateBoardPage } from "../queries/gate-page.server";

/** The records that open the chosen gate, each with its file, and the way to take one back. */
export const BoardEvidence = ({ page, mayAct }: { page: GateBoardPage; mayAct: boolean }) => {
  const t = useWords("placements");
  if (page.evidence.length === 0) return null;
  return (
    <Section id="evidence" title={t("gates.onFile")}>
      <ul>
        {page.evidence.map((one) => (
          <li key={one.id} className="my-3">
            <a href={`/placements/evidence/${one.id}`}>{t(`evidence.${one.kind}.title`)}</a>{" "}
            <span className="meta num">
              {one.number} {one.doneOn}
              {one.validTo && ` — ${one.validTo}`}
            </span>
            {mayAct && (
              <details>
                <summary>{t("gates.withdraw")}</summary>
                <form method="post" className="form mt-2">
                  <HiddenField name="intent" value="withdraw" />
                  <HiddenField name="evidence" value={one.id} />
                  <TextField
                    id={`note-${one.id}`}
                    name="note"
                    label={t("field.reason")}
                    maxLength={300}
                    required
                  />
                  <ConfirmButton
                    id={`ask-${one.id}`}
                    label={t("gates.withdraw")}
                    question={t("ask.withdrawEvidence")}
                  />
                </form>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
