import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { ProposalPage } from "../queries/proposal-page.server";

/** The school approves or returns; the student may take it back. */
export const ProposalDecide = ({ page, state }: { page: ProposalPage; state: FormState | null }) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  return (
    <Section id="decide" title={t("proposal.decide")}>
      {page.mayDecide && (
        <>
          <form method="post" className="my-4">
            <HiddenField name="version" value={page.version} />
            <TextArea
              name="justification"
              label={t("proposal.justification")}
              hint={t("proposal.justificationHint")}
              rows={2}
              error={errorFor(state, "justification", any)}
              defaultValue={shown(state, "justification")}
            />
            <Button name="intent" value="approve">
              {t("act.approve")}
            </Button>
          </form>
          <details className="answer" open={Boolean(errorFor(state, "reason", any))}>
            <summary>{t("act.returnIt")}</summary>
            <form method="post">
              <HiddenField name="version" value={page.version} />
              <TextArea
                name="reason"
                label={t("proposal.reason")}
                rows={3}
                required
                error={errorFor(state, "reason", any)}
                defaultValue={shown(state, "reason")}
              />
              <Button look="ghost" name="intent" value="return">
                {t("act.returnIt")}
              </Button>
            </form>
          </details>
        </>
      )}
      {page.mayWithdraw && (
        <form method="post" className="my-4">
          <HiddenField name="version" value={page.version} />
          <ConfirmButton
            id="withdraw"
            name="intent"
            value="withdraw"
            label={t("act.withdraw")}
            question={t("page.withdrawTitle")}
          />
        </form>
      )}
    </Section>
  );
};
