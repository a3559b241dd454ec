import type { FormState } from "~/platform/http/form-state";
import { errorFor, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { CardPage } from "../queries/card-page.server";

type FormProps = { page: CardPage; state: FormState | undefined };

/** The school's say to its draft, with a file where there is one. */
export const CardAnswerForm = ({
  page,
  state,
  submissionKey,
  maxBytes,
}: FormProps & { submissionKey: string; maxBytes: number }) => {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  return (
    <Section id="answer" title={t("page.answer")}>
      {page.answerBy && (
        <p className="mt-3">
          {t("page.answerDue", { date: absoluteText(page.answerBy, language) })}{" "}
          {!page.answerCertain && <span className="note">{t("page.uncertain")}</span>}
        </p>
      )}
      <form
        method="post"
        encType="multipart/form-data"
        className="form mt-3"
        data-upload=""
        data-draft={`card-${page.id}`}
      >
        <HiddenField name="intent" value="answer" />
        <HiddenField name="version" value={page.version} />
        <HiddenField name="submissionKey" value={submissionKey} />
        <TextArea
          name="text"
          label={t("page.answer")}
          hint={t("page.answerHint")}
          rows={6}
          maxLength={2000}
          required
          defaultValue={shown(state, "text")}
          error={errorFor(state, "text", any)}
        />
        <Upload
          name="file"
          label={t("page.answerFile")}
          accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.csv"
          types="PDF, JPG, PNG, Word, Excel, CSV"
          maxBytes={maxBytes}
          error={errorFor(state, "file", any)}
        />
        <div>
          <Button>{t("page.answerAct")}</Button>
        </div>
      </form>
    </Section>
  );
};

/** The authority's decision: publish once the school was heard, or withdraw with a reason. */
export const CardDecision = ({ page, state }: FormProps) => {
  const t = useWords("cards");
  const { any, language } = useTranslator();
  const withdraw = state?.typed.intent === "withdraw" ? state : undefined;
  return (
    <Section id="decide" title={t("page.decide")}>
      {page.waitsFor && (
        <p className="mt-3">{t("page.waits", { date: absoluteText(page.waitsFor, language) })}</p>
      )}
      {page.mayPublish && (
        <form method="post" className="form mt-3">
          <HiddenField name="intent" value="publish" />
          <HiddenField name="version" value={page.version} />
          <TextArea
            name="note"
            label={t("page.note")}
            hint={t("page.noteHint")}
            rows={2}
            maxLength={1000}
            required={false}
            defaultValue={state?.typed.intent === "publish" ? shown(state, "note") : undefined}
          />
          <div>
            <Button>{t("page.publish")}</Button>
          </div>
        </form>
      )}
      {page.mayWithdraw && (
        <details className="mt-3" open={withdraw !== undefined}>
          <summary className="min-h-11 content-center">{t("page.withdraw")}</summary>
          <form method="post" className="form mt-2">
            <HiddenField name="intent" value="withdraw" />
            <HiddenField name="version" value={page.version} />
            <TextArea
              name="reason"
              label={t("page.withdrawReason")}
              hint={t("page.withdrawHint")}
              rows={3}
              maxLength={2000}
              required
              defaultValue={shown(withdraw, "reason")}
              error={errorFor(withdraw, "reason", any)}
            />
            <div>
              <Button look="danger">{t("page.withdrawAct")}</Button>
            </div>
          </form>
        </details>
      )}
    </Section>
  );
};
