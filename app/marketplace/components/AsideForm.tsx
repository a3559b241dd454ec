import { ASIDE_REASONS } from "~/matching/rules/asides";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { TextField } from "~/ui/form/TextField";
import { useTranslator, useWords } from "~/words/use-words";

type AsideFormProps = {
  /** The own subject of the list: "programme:ID" or "listing:ID". */
  subject: string;
  kind: string;
  refId: string;
  title: string;
  /** The refused form of this page, shown again where it is about this suggestion. */
  state: FormState | null;
};

/** "Not suitable, because…": one reason, words only with another one. */
export const AsideForm = ({ subject, kind, refId, title, state }: AsideFormProps) => {
  const t = useWords("matches");
  const { any } = useTranslator();
  const own = state && shown(state, "refId") === refId ? state : null;
  const reasonError = errorFor(own, "reason", any);
  const noteError = errorFor(own, "note", any);
  return (
    <details className="w-full" open={own !== null}>
      <summary>
        {t("aside.open")}
        <span className="sr-only"> {title}</span>
      </summary>
      <form method="post" className="form mt-3">
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="refId" value={refId} />
        <RadioGroup
          id={`reason-${refId}`}
          name="reason"
          label={t("aside.legend")}
          hint={t("aside.text")}
          required
          inline
          options={ASIDE_REASONS.map((reason) => ({ value: reason, label: t(`aside.reasons.${reason}`) }))}
          defaultValue={shown(own, "reason")}
          {...(reasonError ? { error: reasonError } : {})}
        />
        <TextField
          id={`note-${refId}`}
          name="note"
          label={t("aside.note")}
          hint={t("aside.noteHint")}
          maxLength={200}
          defaultValue={shown(own, "note")}
          {...(noteError ? { error: noteError } : {})}
        />
        <div className="form-end">
          <Button look="ghost" small name="intent" value="aside">
            {t("aside.save")}
          </Button>
        </div>
      </form>
    </details>
  );
};
