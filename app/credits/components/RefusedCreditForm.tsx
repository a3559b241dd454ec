import type { FormState } from "~/platform/http/form-state";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator } from "~/words/use-words";

/** What must be corrected in a form of this room. */
export const RefusedCreditForm = ({ state }: { state: FormState | null | undefined }) => {
  const { any } = useTranslator();
  if (!state) return null;
  return (
    <FormErrors
      message={any(state.message.key, state.message.values)}
      errors={state.fields.map((one) => ({
        field: one.field,
        label: any(`credits.field.${one.field}`),
        message: any(one.key, one.values),
      }))}
    />
  );
};
