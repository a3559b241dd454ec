import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { AgreementContent, Clause, Commitment } from "../rules/content";
import { PURPOSES } from "../rules/kinds";
import { useClauseNumber } from "./AgreementText";
import { CharterFields } from "./CharterFields";

type Parties = readonly { id: string; shortName: string }[];
type RowProps = { at: string; state: FormState | null };

const Remove = ({ at }: { at: string }) => {
  const t = useWords("agreements");
  return (
    <label className="choice">
      <input type="checkbox" name={`${at}.remove`} value="on" /> <span>{t("field.remove")}</span>
    </label>
  );
};

const ClauseRow = ({ at, clause, label, state }: RowProps & { clause: Clause | null; label: string }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="sr-only">{label}</legend>
      <h3>{label}</h3>
      {clause && <HiddenField name={`${at}.id`} value={clause.id} />}
      <div className="form-pair">
        <TextField
          name={`${at}.title`}
          label={t("field.clauseTitle")}
          maxLength={60}
          defaultValue={shown(state, `${at}.title`, clause?.title)}
          error={errorFor(state, `${at}.title`, any)}
        />
        <SelectField
          name={`${at}.purpose`}
          label={t("field.purpose")}
          empty={false}
          options={PURPOSES.map((value) => ({ value, label: t(`purpose.${value}`) }))}
          defaultValue={shown(state, `${at}.purpose`, clause?.purpose ?? "other")}
        />
      </div>
      <TextArea
        name={`${at}.text`}
        label={t("field.clauseText")}
        rows={clause ? Math.min(10, 2 + Math.ceil(clause.text.length / 70)) : 3}
        defaultValue={shown(state, `${at}.text`, clause?.text)}
        error={errorFor(state, `${at}.text`, any)}
      />
      {clause && <Remove at={at} />}
    </fieldset>
  );
};

const CommitmentRow = ({
  at,
  commitment,
  label,
  parties,
  state,
}: RowProps & { commitment: Commitment | null; label: string; parties: Parties }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const field = (name: keyof Commitment) => ({
    name: `${at}.${name}`,
    defaultValue: shown(state, `${at}.${name}`, commitment?.[name]),
    error: errorFor(state, `${at}.${name}`, any),
  });
  const options = parties.map((party) => ({ value: party.id, label: party.shortName }));
  return (
    <fieldset className="border-t border-line pt-3">
      <legend className="sr-only">{label}</legend>
      <h3>{label}</h3>
      {commitment && <HiddenField name={`${at}.id`} value={commitment.id} />}
      <TextField {...field("title")} label={t("field.commitment")} maxLength={80} />
      <div className="form-pair">
        <NumberField {...field("quantity")} label={t("field.quantity")} min={1} />
        <TextField {...field("unit")} label={t("field.unit")} maxLength={12} />
      </div>
      <div className="form-pair">
        <SelectField {...field("byId")} label={t("field.by")} options={options} />
        <SelectField {...field("toId")} label={t("field.to")} options={options} />
      </div>
      <div className="form-pair">
        <DateField {...field("dueOn")} label={t("field.dueOn")} />
        <TextField {...field("owner")} label={t("field.owner")} maxLength={40} />
      </div>
      {commitment && <Remove at={at} />}
    </fieldset>
  );
};

/** The whole text as fields: what it is called, its term, its clauses and promises, with an empty row for one more of each. */
export const ContentFields = ({
  content,
  parties,
  state,
}: {
  content: AgreementContent;
  parties: Parties;
  state: FormState | null;
}) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const numberOf = useClauseNumber();
  const field = (name: "title" | "startsOn" | "endsOn" | "reviewMonths") => ({
    name,
    defaultValue: shown(state, name, content[name]),
    error: errorFor(state, name, any),
  });
  const clauses: (Clause | null)[] = [...content.clauses, null];
  const commitments: (Commitment | null)[] = [...content.commitments, null, null];
  return (
    <>
      <TextField {...field("title")} label={t("field.title")} required minLength={4} maxLength={80} />
      <div className="form-pair">
        <DateField {...field("startsOn")} label={t("field.startsOn")} required />
        <DateField {...field("endsOn")} label={t("field.endsOn")} required />
      </div>
      <div className="form-pair">
        <NumberField {...field("reviewMonths")} label={t("field.reviewMonths")} min={0} max={24} required />
        <RadioGroup
          name="signing"
          label={t("field.signing")}
          inline
          required
          defaultValue={shown(state, "signing", content.signing)}
          options={(["parallel", "sequential"] as const).map((value) => ({
            value,
            label: t(`signingOrder.${value}`),
          }))}
        />
      </div>
      <Section id="commitments" title={t("edit.commitments")}>
        {commitments.map((one, index) => (
          <CommitmentRow
            key={one?.id ?? `new${index}`}
            at={`commitments[${index}]`}
            commitment={one}
            parties={parties}
            state={state}
            label={one ? `${index + 1}. ${one.title}` : t("edit.newCommitment")}
          />
        ))}
      </Section>
      <Section id="clauses" title={t("edit.clauses")}>
        {clauses.map((one, index) => (
          <ClauseRow
            key={one?.id ?? "new"}
            at={`clauses[${index}]`}
            clause={one}
            state={state}
            label={one ? numberOf(index) : t("edit.newClause")}
          />
        ))}
      </Section>
      {content.charter && <CharterFields charter={content.charter} parties={parties} state={state} />}
      <TextArea
        name="note"
        label={t("field.note")}
        hint={t("edit.noteHint")}
        rows={2}
        maxLength={300}
        defaultValue={shown(state, "note")}
      />
    </>
  );
};
