import { fieldErrors } from "~/identity/components/field-errors";
import type { FormState } from "~/platform/http/form-state";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator, useWords } from "~/words/use-words";

/** What must be corrected in a post, each line leading to its field. */
export const PostErrors = ({ state }: { state: FormState | null }) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  if (!state) return null;
  const labels = {
    name: t("posts.name"),
    occupation: t("posts.occupation"),
    headcount: t("posts.headcount"),
    samePostPay: t("posts.pay"),
    labourIntensity: t("posts.intensity"),
    hazards: t("posts.hazards"),
  };
  return (
    <FormErrors
      errors={fieldErrors(state, labels, any)}
      message={any(state.message.key, state.message.values)}
    />
  );
};
