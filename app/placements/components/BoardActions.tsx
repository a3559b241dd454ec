import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { BoardFilter } from "../queries/gate-page.server";
import { EVIDENCE, type EvidenceKind } from "../rules/evidence";
import { KINDS_OF_GATE } from "../rules/gate-evidence";

const MAX_BYTES = 15 * 1_048_576;

/** The fields one kind of record asks for. */
export const EvidenceFields = ({ kind, state }: { kind: EvidenceKind; state: FormState | null }) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  const shape = EVIDENCE[kind];
  const error = (name: string) => errorFor(state, name, any);
  const field = (name: string) => ({ name, error: error(name), defaultValue: shown(state, name) ?? null });
  return (
    <>
      <HiddenField name="kind" value={kind} />
      <DateField {...field("doneOn")} label={t(`evidence.${kind}.doneOn`)} required />
      {shape.also && (
        <DateField {...field("alsoOn")} label={any(`placements.evidence.${kind}.alsoOn`)} required />
      )}
      {shape.validTo !== "none" && (
        <DateField {...field("validTo")} label={t("field.validTo")} required={shape.validTo === "needed"} />
      )}
      {shape.number && (
        <TextField
          {...field("number")}
          label={any(`placements.evidence.${kind}.number`)}
          maxLength={80}
          required
        />
      )}
      {kind === "insurance" && (
        <>
          <TextField {...field("insurer")} label={t("field.insurer")} maxLength={80} />
          <SelectField
            {...field("payer")}
            label={t("field.payer")}
            options={(["school", "host"] as const).map((value) => ({
              value,
              label: t(`insurance.${value}`),
            }))}
            required
          />
        </>
      )}
      {kind === "special" && (
        <SelectField
          {...field("scope")}
          label={t("field.scope")}
          options={(["high_risk", "rest_days", "night_overtime"] as const).map((value) => ({
            value,
            label: t(`scope.${value}`),
          }))}
          required
        />
      )}
      <Upload
        name="file"
        label={t(`evidence.${kind}.file`)}
        accept=".pdf,.jpg,.jpeg,.png"
        types={t("field.fileTypes")}
        maxBytes={MAX_BYTES}
        required={shape.file}
        error={error("file")}
      />
    </>
  );
};

/** What is done with those ticked: one document for the chosen gate, and the steps of the agreement and the start. */
export const BoardActions = ({ filter, state }: { filter: BoardFilter; state: FormState | null }) => {
  const t = useWords("placements");
  const { gate, kind } = filter;
  if (!gate || !kind) {
    return (
      <div className="row my-4">
        <ConfirmButton
          id="ask-start"
          look="primary"
          name="intent"
          value="start"
          label={t("gates.start")}
          question={t("ask.start")}
        />
        <p className="meta">{t("gates.chooseGate")}</p>
      </div>
    );
  }
  return (
    <Section id="clear" title={t("gates.clear", { gate: t(`gate.${gate}`) })}>
      {gate === "consents" && (
        <p className="row my-3">
          <Button name="intent" value="ask" formNoValidate>
            {t("gates.askConsents")}
          </Button>
          <span className="meta">{t("gates.askConsentsHint")}</span>
        </p>
      )}
      {gate === "agreement" && (
        <p className="row my-3">
          <Button name="intent" value="prepare" formNoValidate>
            {t("gates.prepare")}
          </Button>
          <a href="/placements/sign">{t("sign.title")}</a>
          <a href="/placements/missing">{t("missing.title")}</a>
        </p>
      )}
      {KINDS_OF_GATE[gate].length > 1 && (
        <p className="row my-3">
          {KINDS_OF_GATE[gate].map((one) => (
            <a
              key={one}
              className="tag"
              href={`/placements/gates?gate=${gate}&kind=${one}#clear`}
              aria-current={one === kind ? "page" : undefined}
            >
              {one === kind ? <b>{t(`evidence.${one}.title`)}</b> : t(`evidence.${one}.title`)}
            </a>
          ))}
        </p>
      )}
      <div className="form my-3">
        <h3>{t(`evidence.${kind}.title`)}</h3>
        <EvidenceFields kind={kind} state={state} />
        <Button name="intent" value="clear">
          {t("gates.clearChosen")}
        </Button>
      </div>
    </Section>
  );
};
