import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { ProposalPage } from "../queries/proposals.server";

/** The authority takes a proposal up, then accepts or returns it with a reason. */
export const ProposalDecision = ({ page, state }: { page: ProposalPage; state: FormState | undefined }) => {
  const t = useWords("cards");
  const { any } = useTranslator();
  if (page.state === "proposed") {
    return (
      <Section id="decide" title={t("proposal.consider")}>
        <form method="post" className="form mt-3">
          <HiddenField name="intent" value="consider" />
          <HiddenField name="version" value={page.version} />
          <TextArea
            name="reason"
            label={t("proposal.considerNote")}
            rows={2}
            maxLength={1000}
            required={false}
            defaultValue={shown(state, "reason")}
          />
          <div>
            <Button>{t("proposal.considerAct")}</Button>
          </div>
        </form>
      </Section>
    );
  }
  return (
    <Section id="decide" title={t("proposal.decide")}>
      <form method="post" className="form mt-3">
        <HiddenField name="version" value={page.version} />
        <TextArea
          name="reason"
          label={t("proposal.reason")}
          rows={4}
          maxLength={2000}
          required
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <div className="row">
          <Button name="intent" value="accept">
            {t("proposal.accept")}
          </Button>
          <Button name="intent" value="return" look="danger">
            {t("proposal.return")}
          </Button>
        </div>
      </form>
    </Section>
  );
};
