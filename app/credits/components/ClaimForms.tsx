import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { ClaimsPage } from "../queries/claims-page.server";
import { CLAIM_SOURCES } from "../rules/claim";
import { useCreditWords } from "./use-credit-words";

type State = FormState | null | undefined;

const MOST_BYTES = 10_485_760;

const useSources = () => {
  const t = useWords("credits");
  return CLAIM_SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }));
};

type ProposeProps = { state: State; school: boolean; today: string; submissionKey: string };

/** Showing a certificate, prize, patent or product with its evidence; a school says for whom. */
export const ProposeClaim = ({ state, school, today, submissionKey }: ProposeProps) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const sources = useSources();
  const mine = state?.typed.intent === "propose" ? state : null;
  const error = (name: string) => errorFor(mine, name, any);
  const text = (name: "title" | "issuer" | "number", max: number, required = true) => (
    <TextField
      id={mine ? name : `claim-${name}`}
      name={name}
      label={t(`field.${name}`)}
      required={required}
      maxLength={max}
      defaultValue={shown(mine, name)}
      error={error(name)}
    />
  );
  return (
    <form method="post" encType="multipart/form-data" className="form mt-3 max-w-3xl" data-upload="">
      <HiddenField name="submissionKey" value={submissionKey} />
      <HiddenField name="intent" value="propose" />
      {school && (
        <TextField
          name="student"
          label={t("field.student")}
          required
          maxLength={40}
          defaultValue={shown(mine, "student")}
          error={error("student")}
        />
      )}
      <div className="form-pair">
        <SelectField
          id={mine ? "source" : "claim-source"}
          name="source"
          label={t("field.source")}
          required
          options={sources}
          defaultValue={shown(mine, "source")}
          error={error("source")}
        />
        <DateField
          name="happenedOn"
          label={t("field.happenedOn")}
          required
          max={today}
          defaultValue={shown(mine, "happenedOn")}
          error={error("happenedOn")}
        />
      </div>
      {text("title", 80)}
      <div className="form-pair">
        {text("issuer", 80)}
        {text("number", 60, false)}
      </div>
      <Upload
        name="file"
        label={t("field.file")}
        required
        accept=".pdf,.jpg,.jpeg,.png"
        types={t("claims.types")}
        maxBytes={MOST_BYTES}
        error={error("file")}
      />
      <div>
        <Button>{school ? t("claims.enterAct") : t("claims.proposeAct")}</Button>
      </div>
    </form>
  );
};

/** A dated rule of the school: what a kind of certificate or prize is worth. */
export const RuleForm = ({ state, today, submissionKey }: Omit<ProposeProps, "school">) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const sources = useSources();
  const mine = state?.typed.intent === "rule" ? state : null;
  const error = (name: string) => errorFor(mine, name, any);
  return (
    <form method="post" className="form mt-3 max-w-3xl">
      <HiddenField name="submissionKey" value={`${submissionKey}-rule`} />
      <HiddenField name="intent" value="rule" />
      <div className="form-pair">
        <SelectField
          id={mine ? "source" : "rule-source"}
          name="source"
          label={t("field.source")}
          required
          options={sources}
          defaultValue={shown(mine, "source")}
          error={error("source")}
        />
        <TextField
          id={mine ? "title" : "rule-title"}
          name="title"
          label={t("field.title")}
          required
          maxLength={80}
          defaultValue={shown(mine, "title")}
          error={error("title")}
        />
      </div>
      <div className="form-pair">
        <NumberField
          name="credits"
          label={t("field.credits")}
          required
          min={0}
          max={60}
          step={0.01}
          defaultValue={shown(mine, "credits")}
          error={error("credits")}
        />
        <TextField
          name="document"
          label={t("field.document")}
          required
          maxLength={200}
          defaultValue={shown(mine, "document")}
          error={error("document")}
        />
      </div>
      <div className="form-pair">
        <DateField
          name="validFrom"
          label={t("field.validFrom")}
          required
          defaultValue={shown(mine, "validFrom", today)}
          error={error("validFrom")}
        />
        <DateField
          name="validTo"
          label={t("field.validTo")}
          defaultValue={shown(mine, "validTo")}
          error={error("validTo")}
        />
      </div>
      <div>
        <Button look="ghost">{t("claims.ruleAct")}</Button>
      </div>
    </form>
  );
};

type Claim = ClaimsPage["waiting"][number];

/** The school's decision on one claim: the rule it falls under, or why not. */
export const DecideClaim = ({ page, claim, state }: { page: ClaimsPage; claim: Claim; state: State }) => {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits } = useCreditWords();
  const mine = state?.typed.claim === claim.id ? state : null;
  const error = (name: string) => errorFor(mine, name, any);
  const rules = page.rules.filter(
    (one) =>
      one.source === claim.source &&
      one.validFrom <= claim.happenedOn &&
      (one.validTo === null || one.validTo >= claim.happenedOn),
  );
  return (
    <details open={mine !== null}>
      <summary>{t("claims.decide")}</summary>
      <form method="post" className="form mt-2">
        <HiddenField name="version" value={claim.version} />
        <HiddenField name="claim" value={claim.id} />
        <HiddenField name="intent" value="decide" />
        {rules.length === 0 ? (
          <p className="meta">{t("claims.noRule")}</p>
        ) : (
          <SelectField
            id={mine ? "rule" : `rule-${claim.id}`}
            name="rule"
            label={t("field.rule")}
            options={rules.map((one) => ({
              value: one.id,
              label: `${one.title} · ${credits(one.creditsCenti)}`,
            }))}
            defaultValue={shown(mine, "rule", rules[0]?.id)}
            error={error("rule")}
          />
        )}
        <TextField
          id={mine ? "reason" : `reason-${claim.id}`}
          name="reason"
          label={t("field.reason")}
          required
          maxLength={500}
          defaultValue={shown(mine, "reason")}
          error={error("reason")}
        />
        <div className="row">
          {rules.length > 0 && (
            <Button small name="outcome" value="granted">
              {t("claims.grant")}
            </Button>
          )}
          <Button look="ghost" small name="outcome" value="refused">
            {t("claims.refuse")}
          </Button>
        </div>
      </form>
    </details>
  );
};
