import type { FormState } from "~/platform/http/form-state";
import { FindingList } from "~/ui/FindingList";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator } from "~/words/use-words";
import { findingViews } from "../finding-view";
import type { EligibilityFinding } from "../rules/eligibility";

/** Why a form was refused: the sentence, every field with its fix, and the rules that stand against it. */
export const RefusedForm = ({ state }: { state: FormState | null | undefined }) => {
  const { any, language } = useTranslator();
  if (!state) return null;
  const findings = (state.findings ?? []) as EligibilityFinding[];
  return (
    <div className="grid gap-3">
      <FormErrors
        message={any(state.message.key, state.message.values)}
        errors={state.fields.map((one) => ({
          field: one.field,
          label: any(`transfers.field.${one.field}`),
          message: any(one.key, one.values),
        }))}
      />
      {findings.length > 0 && <FindingList findings={findingViews(findings, any, language)} />}
    </div>
  );
};
