import type { FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { ProofFields } from "./ProofFields";

type OnProps = {
  email: string;
  since: string;
  codesLeft: number;
  required: boolean;
  stateOf: (intent: string) => FormState | null;
};

/** The second step in force: since when, how many recovery codes are left, new ones, and the way to end it. */
export const SecondStepOn = ({ email, since, codesLeft, required, stateOf }: OnProps) => {
  const t = useWords("identity");
  const { language } = useTranslator();
  return (
    <div className="stack mt-6">
      <Facts
        facts={[
          { label: t("step.since"), value: absoluteText(since, language) },
          { label: t("step.codesLeft"), value: t("step.codesLeftCount", { left: codesLeft }) },
        ]}
      />
      <Section title={t("step.renewTitle")} id="renew">
        <p className="meta mt-2">{t("step.renewText")}</p>
        <form method="post" className="form mt-3">
          <ProofFields intent="renew" email={email} state={stateOf("renew")} codeLabel={t("code.field")} />
          <div className="form-end">
            <Button look="ghost">{t("step.renew")}</Button>
          </div>
        </form>
      </Section>
      <Section title={t("step.endTitle")} id="end">
        <p className="meta mt-2">{t(required ? "step.endRequiredText" : "step.endText")}</p>
        <form method="post" className="form mt-3">
          <ProofFields intent="end" email={email} state={stateOf("end")} codeLabel={t("code.field")} />
          <div className="form-end">
            <Button look="danger">{t("step.end")}</Button>
          </div>
        </form>
      </Section>
    </div>
  );
};
