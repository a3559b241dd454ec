import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { DataRequestItem } from "../queries/child-data.server";
import { CORRECTABLE, DATA_REQUEST_KINDS } from "../rules/data-request";

const TONES: Record<DataRequestItem["state"], Tone> = {
  open: "wait",
  done: "ok",
  refused: "bad",
  withdrawn: "neutral",
};

/** Asks the school to correct or delete what it keeps. */
export const ChildRequestForm = ({
  submissionKey,
  state,
}: {
  submissionKey: string;
  state: FormState | null;
}) => {
  const t = useWords("children");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <p className="hint">{t("askText")}</p>
      <HiddenField name="submissionKey" value={submissionKey} />
      <RadioGroup
        name="kind"
        label={t("kindLabel")}
        required
        options={DATA_REQUEST_KINDS.map((value) => ({ value, label: t(`kindText.${value}`) }))}
        defaultValue={shown(state, "kind", "correction")}
        error={errorFor(state, "kind", any)}
      />
      <SelectField
        name="field"
        label={t("fieldLabel")}
        options={CORRECTABLE.map((value) => ({ value, label: t(`field.${value}`) }))}
        defaultValue={shown(state, "field")}
        error={errorFor(state, "field", any)}
      />
      <TextArea
        name="text"
        label={t("text")}
        rows={4}
        maxLength={1000}
        required
        defaultValue={shown(state, "text")}
        error={errorFor(state, "text", any)}
      />
      <div className="form-end">
        <Button>{t("submit")}</Button>
      </div>
    </form>
  );
};

/** What a guardian asked, where it stands and what the school answered. */
export const ChildRequests = ({ requests }: { requests: readonly DataRequestItem[] }) => {
  const t = useWords("children");
  const { language } = useTranslator();
  if (requests.length === 0) return <p className="meta mt-3">{t("noRequests")}</p>;
  return (
    <ul>
      {requests.map((one) => (
        <li key={one.id} className="border-b border-(--line) py-3">
          <div className="between">
            <strong>
              {t(`kind.${one.kind}`)}
              {one.field && ` · ${t(`field.${one.field as "other"}`)}`}
            </strong>
            <StateBadge tone={TONES[one.state]} word={t(`state.${one.state}`)} />
          </div>
          <p className="whitespace-pre-line">{one.text}</p>
          {one.state === "open" && (
            <p className="meta">{t("due", { date: absoluteText(one.dueOn, language) })}</p>
          )}
          {one.answer && (
            <p className="mt-1">
              <span className="meta">{t("answer")}</span> {one.answer}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
};
