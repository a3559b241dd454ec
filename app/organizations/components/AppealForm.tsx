import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { useTranslator, useWords } from "~/words/use-words";

/** A blocked organization says what is wrong with the facts, once. */
export const AppealForm = ({ block, state }: { block: string; state: FormState | null }) => {
  const t = useWords("trust");
  const { any } = useTranslator();
  return (
    <form method="post" encType="multipart/form-data" className="form mt-4">
      <HiddenField name="intent" value="appeal" />
      <HiddenField name="block" value={block} />
      <TextArea
        name="appeal"
        label={t("block.appealLabel")}
        hint={t("block.appealText")}
        error={errorFor(state, "appeal", any)}
        defaultValue={shown(state, "appeal")}
        rows={6}
        maxLength={2000}
        required
      />
      <div className="form-end">
        <Button>{t("block.appealSubmit")}</Button>
      </div>
    </form>
  );
};
