import { useWords } from "~/words/use-words";
import { Button } from "./Button";

/** Copies a text; hidden until the script is there to do it. */
export const CopyButton = ({ text }: { text: string }) => {
  const t = useWords("ui");
  return (
    <Button type="button" look="quiet" small icon="copy" data-copy={text} data-done={t("copied")} hidden>
      {t("copy")}
    </Button>
  );
};
