import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";

type Props = {
  state: FormState | null | undefined;
  agreements: readonly { id: string; title: string; partner: string; endsOn: string }[];
  today: string;
  submissionKey: string;
};

/** Proposing a table: on which agreement it rests, and in which direction courses count. */
export const StartTableForm = ({ state, agreements, today, submissionKey }: Props) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  if (agreements.length === 0) {
    return (
      <p className="mt-3">
        {t("tables.noAgreement")}{" "}
        <LinkButton href="/agreements/new" look="quiet">
          {t("tables.draft")}
        </LinkButton>
      </p>
    );
  }
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="submissionKey" value={submissionKey} />
      <SelectField
        name="agreement"
        label={t("field.agreement")}
        required
        options={agreements.map((one) => ({
          value: one.id,
          label: `${one.partner} · ${one.title} (${one.endsOn})`,
        }))}
        defaultValue={shown(state, "agreement", agreements[0]?.id)}
        error={errorFor(state, "agreement", any)}
      />
      <RadioGroup
        name="direction"
        label={t("field.direction")}
        required
        options={(["in", "out"] as const).map((value) => ({ value, label: t(`tables.${value}`) }))}
        defaultValue={shown(state, "direction", "in")}
        error={errorFor(state, "direction", any)}
      />
      <DateField
        name="validFrom"
        label={t("field.validFrom")}
        required
        defaultValue={shown(state, "validFrom", today)}
        error={errorFor(state, "validFrom", any)}
      />
      <div>
        <Button>{t("tables.startAct")}</Button>
      </div>
    </form>
  );
};
