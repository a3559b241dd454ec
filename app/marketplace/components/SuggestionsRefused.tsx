import type { FormState } from "~/platform/http/form-state";
import { Notice } from "~/ui/Notice";
import { useTranslator } from "~/words/use-words";

/** Why a form beside the suggestions was refused. */
export const SuggestionsRefused = ({ state }: { state: FormState | null }) => {
  const { any } = useTranslator();
  if (!state) return null;
  return (
    <Notice tone="bad">
      {any(state.message.key, state.message.values)}
      {state.fields.map((field) => ` ${any(field.key, field.values)}`)}
    </Notice>
  );
};
