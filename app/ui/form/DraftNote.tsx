import { useWords } from "~/words/use-words";
import { Icon } from "../Icon";

/** Inside a form with `data-draft`: says that what was typed last time is back. Shown by the script alone. */
export const DraftNote = () => {
  const t = useWords("ui");
  return (
    <p className="notice" role="status" data-draft-note="" hidden>
      <Icon name="info" />
      {t("draftKept")}
    </p>
  );
};
