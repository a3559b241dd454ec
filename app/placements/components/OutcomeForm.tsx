import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";
import type { OutcomePage } from "../queries/outcome-request.server";
import { OUTCOME_DEFINITIONS } from "../rules/outcome-definitions";

/** What became of a graduate, on one page; everything but the destination may be left out. */
export const OutcomeForm = ({ page, state }: { page: OutcomePage; state: FormState | null }) => {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  const { said } = page;
  const yesNo = [
    { value: "yes", label: t("ask.yes") },
    { value: "no", label: t("ask.no") },
  ];
  return (
    <form method="post" className="form">
      <HiddenField name="intent" value="answer" />
      <SelectField
        name="destination"
        label={t("ask.destination")}
        required
        error={errorFor(state, "destination", any)}
        defaultValue={shown(state, "destination", said?.destination)}
        options={OUTCOME_DEFINITIONS.codes.map(({ code }) => ({
          value: code,
          label: any(`outcomes.destination.c${code}`),
        }))}
      />
      {page.host && (
        <RadioGroup
          name="sameUnit"
          label={t("ask.sameUnit", { host: page.host })}
          inline
          options={yesNo}
          defaultValue={shown(state, "sameUnit", said?.sameUnit)}
        />
      )}
      <TextField
        name="employerName"
        label={t("ask.employer")}
        maxLength={120}
        defaultValue={shown(state, "employerName", said?.employerName)}
      />
      <SelectField
        name="occupation"
        label={t("ask.occupation")}
        hint={t("ask.occupationHint")}
        error={errorFor(state, "occupation", any)}
        defaultValue={shown(state, "occupation", said?.occupation)}
        options={page.occupations.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <RadioGroup
        name="ownMatch"
        label={t("ask.ownMatch")}
        inline
        options={yesNo}
        defaultValue={shown(state, "ownMatch", said?.ownMatch)}
      />
      <SelectField
        name="region"
        label={t("ask.region")}
        error={errorFor(state, "region", any)}
        defaultValue={shown(state, "region", said?.region)}
        options={page.regions.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        name="payBand"
        label={t("ask.pay")}
        defaultValue={shown(state, "payBand", said?.payBand)}
        options={OUTCOME_DEFINITIONS.payBands.map((value) => ({
          value,
          label: any(`outcomes.payBand.${value}`),
        }))}
      />
      <RadioGroup
        name="satisfaction"
        label={t("ask.satisfaction")}
        inline
        options={["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }))}
        defaultValue={shown(state, "satisfaction", said?.satisfaction)}
      />
      <Button>{t(said ? "ask.correct" : "ask.send")}</Button>
    </form>
  );
};
