import { findingLines } from "~/marketplace/finding-lines";
import type { FormState } from "~/platform/http/form-state";
import type { Finding } from "~/regulations/rules/evaluate";
import { FindingList } from "~/ui/FindingList";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator } from "~/words/use-words";

/** What a refused form says: its sentence, the fields at fault and, where rules stopped it, their findings. */
export const RoundErrors = ({ state }: { state: FormState | undefined }) => {
  const translator = useTranslator();
  const { any } = translator;
  if (!state) return null;
  const label = (field: string) => {
    const name = /(\w+)$/.exec(field)?.[1] ?? field;
    const key = `rounds.field.${name}`;
    const found = any(key);
    return found === key ? any("rounds.title") : found;
  };
  return (
    <>
      <FormErrors
        message={any(state.message.key, state.message.values)}
        errors={state.fields.map(({ field, key, values }) => ({
          field,
          label: label(field),
          message: any(key, values),
        }))}
      />
      {state.findings && state.findings.length > 0 && (
        <FindingList findings={findingLines(state.findings as Finding[], translator)} />
      )}
    </>
  );
};
