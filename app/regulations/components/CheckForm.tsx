import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { useTranslator, useWords } from "~/words/use-words";
import { FACT_GROUPS, type FactGroup, type FactKey } from "../rules/facts/dictionary";
import { STAGES } from "../rules/rule";
import { FactField } from "./FactField";

type CheckFormProps = { state: FormState; on: string };

const GROUPS = Object.keys(FACT_GROUPS) as FactGroup[];

const isFilled = (state: FormState, fact: FactKey) => {
  const typed = state.typed[fact];
  return typed !== undefined && (Array.isArray(typed) ? typed.length > 0 : typed.trim() !== "");
};

const Group = ({ group, state, first }: { group: FactGroup; state: FormState; first: boolean }) => {
  const t = useWords("regulations");
  const { any } = useTranslator();
  const facts = FACT_GROUPS[group];
  const filled = facts.filter((fact) => isFilled(state, fact)).length;
  const wrong = state.fields.some((field) => facts.some((fact) => fact === field.field));
  return (
    <details open={first || wrong}>
      <summary className="border-b-2 border-(--ink) py-3 font-semibold">
        {t(`check.group.${group}`)}{" "}
        <span className="note">{t("check.filled", { filled, total: facts.length })}</span>
      </summary>
      <div className="form-pair mt-4">
        {facts.map((fact) => (
          <FactField
            key={fact}
            fact={fact}
            text={shown(state, fact)}
            boxes={ticked(state, fact)}
            error={errorFor(state, fact, any)}
          />
        ))}
      </div>
    </details>
  );
};

/** Every fact of the dictionary as a field, folded by what it is about; sent by POST so that no fact lands in a log. */
export const CheckForm = ({ state, on }: CheckFormProps) => {
  const t = useWords("regulations");
  const { any } = useTranslator();
  return (
    <form method="post" action="/regulations/check" className="form" noValidate>
      <fieldset className="form-pair">
        <legend className="sr-only">{t("check.head")}</legend>
        <DateField
          name="on"
          label={t("check.on")}
          hint={t("check.onHint")}
          required
          defaultValue={shown(state, "on", on)}
          error={errorFor(state, "on", any)}
        />
        <TextField
          name="region"
          label={t("check.region")}
          hint={t("check.regionHint")}
          inputMode="numeric"
          maxLength={6}
          defaultValue={shown(state, "region")}
          error={errorFor(state, "region", any)}
        />
        <SelectField
          name="stage"
          label={t("check.stage")}
          empty={t("check.allStages")}
          options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          defaultValue={shown(state, "stage")}
          error={errorFor(state, "stage", any)}
        />
      </fieldset>
      {GROUPS.map((group, index) => (
        <Group key={group} group={group} state={state} first={index === 0} />
      ))}
      <div className="form-end">
        <Button>{t("check.submit")}</Button>
        <LinkButton look="quiet" href="/regulations/check">
          {t("check.again")}
        </LinkButton>
      </div>
    </form>
  );
};
