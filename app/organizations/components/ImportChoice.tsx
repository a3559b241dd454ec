import type { ImportView } from "~/platform/imports/import-kind";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { useWords } from "~/words/use-words";

/** The decision on a checked spreadsheet: write all, write the good rows, or nothing. */
export const ImportChoice = ({ view, againHref }: { view: ImportView; againHref: string }) => {
  const t = useWords("imports");
  const { good, bad, rows } = view.counts;
  return (
    <form method="post" className="row mt-4">
      <HiddenField name="version" value={view.version} />
      {bad === 0 && (
        <Button name="choice" value="all">
          {t("writeAll", { total: rows })}
        </Button>
      )}
      {bad > 0 && <LinkButton href={againHref}>{t("again")}</LinkButton>}
      {bad > 0 && good > 0 && (
        <Button look="ghost" name="choice" value="good">
          {t("writeGood", { total: good })}
        </Button>
      )}
      <ConfirmButton
        id="discard"
        look="quiet"
        label={t("discard")}
        question={t("discard")}
        name="choice"
        value="none"
      />
    </form>
  );
};
