import type { FormState } from "~/platform/http/form-state";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator, useWords } from "~/words/use-words";

/** What must be corrected in a form of this room, every field by its name. */
export const RefusedPathwayForm = ({ state }: { state: FormState | null | undefined }) => {
  const t = useWords("articulation");
  const { any } = useTranslator();
  if (!state) return null;
  const labelOf = (field: string): string => {
    const stage = /^stages\[([01])\]\.(school|major|quota)$/.exec(field);
    if (stage)
      return `${t(stage[1] === "0" ? "position.p1" : "position.p2")} · ${any(`articulation.field.${stage[2]}`)}`;
    const part = /^parts\[(\d)\]/.exec(field);
    if (part) return t("plan.part", { n: Number(part[1]) + 1 });
    if (/^rows\[/.test(field)) return t("cohort.members");
    return any(`articulation.field.${field}`);
  };
  return (
    <FormErrors
      message={any(state.message.key, state.message.values)}
      errors={state.fields.map((one) => ({
        field: one.field,
        label: labelOf(one.field),
        message: any(one.key, one.values),
      }))}
    />
  );
};
