import { Button } from "~/ui/Button";
import { Notice } from "~/ui/Notice";
import { useWords } from "~/words/use-words";

/** What of a week lies unsent on this device though its form is gone, to read and to drop. Filled by the script alone. */
export const DraftLeft = ({ draft }: { draft: string }) => {
  const t = useWords("followup");
  return (
    <div data-draft-left={draft} data-draft-field="lines" hidden>
      <Notice tone="wait">{t("offline.left")}</Notice>
      <p className="whitespace-pre-line" data-draft-text="" />
      <Button type="button" look="quiet" data-draft-drop="">
        {t("offline.drop")}
      </Button>
    </div>
  );
};

/** The weeks that lie unsent on this device, as links. Filled by the script alone. */
export const DraftList = () => {
  const t = useWords("followup");
  return (
    <>
      <p className="notice" role="status" data-offline-note="sent" hidden>
        {t("offline.sent")}
      </p>
      <div data-draft-list="week-" hidden>
        <Notice tone="wait">{t("offline.list")}</Notice>
        <ul />
      </div>
    </>
  );
};
