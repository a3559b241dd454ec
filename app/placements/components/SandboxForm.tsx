import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { useWords } from "~/words/use-words";

export type SandboxRule = {
  id: string;
  title: string;
  source: string;
  validFrom: string;
  validTo: string;
  fields: { name: string; label: string; present: string; typed: string }[];
  typedFrom: string;
  typedTo: string;
};

type Choices = { group: string; options: { value: string; label: string }[] }[];

/** Which rule, and what it is to be changed to; both are addresses, so that a trial can be sent on. */
export const SandboxForm = ({ choices, rule }: { choices: Choices; rule: SandboxRule | null }) => {
  const t = useWords("sandbox");
  return (
    <div className="stack">
      <form className="form" action="/regulations/sandbox">
        <SelectField
          name="rule"
          label={t("rule")}
          required
          options={choices}
          defaultValue={rule?.id ?? null}
          empty={t("pick")}
          autoSubmit
        />
        <Button look={rule ? "ghost" : "primary"}>{t("choose")}</Button>
      </form>
      {rule && (
        <form className="form" action="/regulations/sandbox">
          <h2>{t("changeTitle")}</h2>
          <p className="note">{rule.source}</p>
          <HiddenField name="rule" value={rule.id} />
          {rule.fields.map(({ name, label, present, typed }) => (
            <TextField
              key={name}
              name={name}
              label={label}
              hint={t("now", { value: present })}
              required
              maxLength={20}
              inputMode="decimal"
              defaultValue={typed}
            />
          ))}
          <DateField
            name="validFrom"
            label={t("validFrom")}
            hint={t("now", { value: rule.validFrom })}
            required
            defaultValue={rule.typedFrom}
          />
          <DateField
            name="validTo"
            label={t("validTo")}
            hint={t("validToHint")}
            required={false}
            defaultValue={rule.typedTo}
          />
          <Button>{t("run")}</Button>
        </form>
      )}
    </div>
  );
};
