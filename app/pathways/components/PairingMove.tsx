import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useWords } from "~/words/use-words";

/** Confirming a proposed pairing, or ending one with a reason. */
export const PairingMove = ({
  pairing,
  authority,
}: {
  pairing: { id: string; version: number; state: string };
  authority: boolean;
}) => {
  const t = useWords("transfers");
  return (
    <form method="post" className="row">
      <HiddenField name="pairing" value={pairing.id} />
      <HiddenField name="version" value={pairing.version} />
      {authority && pairing.state === "proposed" && (
        <Button small name="intent" value="confirm">
          {t("pairings.confirm")}
        </Button>
      )}
      <TextField
        bare
        id={`reason-${pairing.id}`}
        name="reason"
        label={t("field.reason")}
        placeholder={t("field.reason")}
        maxLength={500}
      />
      <Button small look="ghost" name="intent" value="end">
        {t("pairings.end")}
      </Button>
    </form>
  );
};
