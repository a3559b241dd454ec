import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

type Claim = { id: string; name: string; holder: string; claimant: string };

/** Two schools with the same student: who has whom, and for the authority the decision. A school learns no more than that. */
export const ClaimDecision = ({ claim, authority }: { claim: Claim; authority: boolean }) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  if (!authority) return <p className="mt-3">{any("transferRules.rule.registration.claimed")}</p>;
  return (
    <form method="post" className="form mt-3">
      <p>{t("movements.claimLine", { name: claim.name, holder: claim.holder, claimant: claim.claimant })}</p>
      <HiddenField name="claim" value={claim.id} />
      <TextField name="reason" id={`reason-${claim.id}`} label={t("field.reason")} required maxLength={500} />
      <div className="row">
        <Button name="outcome" value="kept">
          {t("movements.kept")}
        </Button>
        <Button look="ghost" name="outcome" value="given">
          {t("movements.given")}
        </Button>
      </div>
    </form>
  );
};
