import type { FormState } from "~/platform/http/form-state";
import { errorFor, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { MoneyField } from "~/ui/form/MoneyField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { RecognitionPage } from "../queries/recognition-page.server";

type Props = { page: RecognitionPage; state: FormState | undefined };

/** An entry of the enterprise's own evidence for one condition. */
export const EvidenceForm = ({
  page,
  state,
  submissionKey,
  maxBytes,
}: Props & { submissionKey: string; maxBytes: number }) => {
  const t = useWords("recognition");
  const { any, language } = useTranslator();
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="form mt-3"
      data-upload=""
      data-draft="recognition"
    >
      <HiddenField name="intent" value="evidence" />
      <HiddenField name="submissionKey" value={submissionKey} />
      <SelectField
        name="criterionId"
        label={t("evidence.criterion")}
        required
        options={page.progress.criteria.map((one) => ({
          value: one.id,
          label: `${one.id} ${language === "en" ? one.title.en : one.title.zh}`,
        }))}
        defaultValue={shown(state, "criterionId")}
        error={errorFor(state, "criterionId", any)}
      />
      <div className="form-pair">
        <NumberField
          name="amount"
          label={t("evidence.amount")}
          required
          min={0}
          defaultValue={shown(state, "amount")}
          error={errorFor(state, "amount", any)}
        />
        <DateField
          name="happenedOn"
          label={t("evidence.happenedOn")}
          required
          max={page.today}
          defaultValue={shown(state, "happenedOn")}
          error={errorFor(state, "happenedOn", any)}
        />
      </div>
      <TextArea
        name="note"
        label={t("evidence.note")}
        required
        rows={2}
        maxLength={500}
        defaultValue={shown(state, "note")}
        error={errorFor(state, "note", any)}
      />
      <Upload
        name="file"
        label={t("evidence.file")}
        accept=".pdf,.jpg,.jpeg,.png"
        types="PDF, JPG, PNG"
        maxBytes={maxBytes}
        error={errorFor(state, "file", any)}
      />
      <div>
        <Button look="ghost">{t("evidence.act")}</Button>
      </div>
    </form>
  );
};

/** The enterprise's own figures of this year. */
export const FiguresForm = ({ page, state }: Props) => {
  const t = useWords("recognition");
  const { any } = useTranslator();
  return (
    <form method="post" className="form mt-3">
      <HiddenField name="intent" value="figures" />
      <HiddenField name="year" value={page.thisYear} />
      <p className="meta">{t("benefit.figuresHint")}</p>
      <MoneyField
        name="surcharge"
        label={t("benefit.surchargeField")}
        required
        defaultFen={page.surchargeFen}
        defaultValue={state ? shown(state, "surcharge") : undefined}
        error={errorFor(state, "surcharge", any)}
      />
      <MoneyField
        name="investment"
        label={t("benefit.investmentField")}
        defaultValue={shown(state, "investment")}
        error={errorFor(state, "investment", any)}
      />
      <MoneyField
        name="recruit"
        label={t("benefit.recruitField")}
        defaultFen={page.recruitFen}
        defaultValue={state ? shown(state, "recruit") : undefined}
        error={errorFor(state, "recruit", any)}
      />
      <div>
        <Button look="ghost">{t("benefit.keep")}</Button>
      </div>
    </form>
  );
};
