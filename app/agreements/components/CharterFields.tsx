import { type FormState, shown } from "~/platform/http/form-state";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { Charter } from "../rules/content";
import { ELEMENTS } from "../rules/kinds";

type Props = {
  charter: Charter;
  parties: readonly { id: string; shortName: string }[];
  state: FormState | null;
};

const rowsOf = <T,>(rows: readonly T[]): (T | null)[] => [...rows, null, null];

/** Organs, the table of duties and the sharing of benefits of a consortium's charter, as rows. */
export const CharterFields = ({ charter, parties, state }: Props) => {
  const t = useWords("agreements");
  const value = (name: string, stored?: string | number) => ({
    name,
    defaultValue: shown(state, name, stored),
  });
  const members = parties.map((party) => ({ value: party.id, label: party.shortName }));
  return (
    <Section id="charter" title={t("edit.charter")}>
      <p className="meta">{t("edit.charterHint")}</p>
      <h3>{t("edit.organs")}</h3>
      {rowsOf(charter.organs).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
        <div key={index} className="form-pair">
          <TextField {...value(`organs[${index}].name`, one?.name)} label={t("field.organ")} maxLength={80} />
          <TextField {...value(`organs[${index}].duty`, one?.duty)} label={t("field.duty")} maxLength={400} />
          <NumberField
            {...value(`organs[${index}].seats`, one?.seats)}
            label={t("field.seats")}
            min={0}
            max={200}
          />
        </div>
      ))}
      <h3>{t("edit.duties")}</h3>
      {rowsOf(charter.duties).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
        <div key={index} className="form-pair border-t border-line pt-2">
          <TextField {...value(`duties[${index}].task`, one?.task)} label={t("field.task")} maxLength={120} />
          <SelectField
            {...value(`duties[${index}].element`, one?.element)}
            label={t("field.element")}
            options={ELEMENTS.map((element) => ({ value: element, label: t(`element.${element}`) }))}
          />
          <SelectField
            {...value(`duties[${index}].responsibleId`, one?.responsibleId)}
            label={t("field.responsible")}
            options={members}
          />
          <SelectField
            {...value(`duties[${index}].accountableId`, one?.accountableId)}
            label={t("field.accountable")}
            options={members}
          />
          <TextField
            {...value(`duties[${index}].consulted`, one?.consulted)}
            label={t("field.consulted")}
            maxLength={120}
          />
          <TextField
            {...value(`duties[${index}].informed`, one?.informed)}
            label={t("field.informed")}
            maxLength={120}
          />
        </div>
      ))}
      <h3>{t("edit.benefits")}</h3>
      {rowsOf(charter.benefits).map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the form
        <div key={index} className="form-pair border-t border-line pt-2">
          <TextField
            {...value(`benefits[${index}].what`, one?.what)}
            label={t("field.benefit")}
            maxLength={80}
          />
          <TextField
            {...value(`benefits[${index}].rule`, one?.rule)}
            label={t("field.rule")}
            maxLength={300}
          />
          <NumberField
            {...value(`benefits[${index}].enterprise`, one ? one.enterpriseBp / 100 : undefined)}
            label={t("field.enterpriseShare")}
            min={0}
            max={100}
            step="any"
          />
          <NumberField
            {...value(`benefits[${index}].school`, one ? one.schoolBp / 100 : undefined)}
            label={t("field.schoolShare")}
            min={0}
            max={100}
            step="any"
          />
        </div>
      ))}
    </Section>
  );
};
