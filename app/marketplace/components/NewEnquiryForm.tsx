import { fieldErrors } from "~/identity/components/field-errors";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { DateField } from "~/ui/form/DateField";
import { DraftNote } from "~/ui/form/DraftNote";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { NewEnquiryView } from "../queries/new-enquiry.server";
import { DEFAULT_REPLY_DAYS, LEAST_REPLY_DAYS, MOST_REPLY_DAYS } from "../rules/reply-by";
import { ATTACHABLE, ATTACHED_BYTES } from "./EnquiryAnswer";

export type Prefilled = {
  subject: string;
  message: string;
  seats: number | null;
  startsOn: string | null;
  endsOn: string | null;
};

type NewEnquiryFormProps = {
  view: NewEnquiryView;
  prefilled: Prefilled;
  state: FormState | null;
  submissionKey: string;
};

/** What is asked, for how many, when, and how long the other side may take; everything known is filled in. */
export const NewEnquiryForm = ({ view, prefilled, state, submissionKey }: NewEnquiryFormProps) => {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const labels = {
    programmeId: t("field.programme"),
    subject: t("field.subject"),
    seats: t("field.seats"),
    startsOn: t("field.startsOn"),
    endsOn: t("field.endsOn"),
    message: t("field.message"),
    files: t("field.files"),
    replyDays: t("field.replyDays"),
  };
  const field = (name: keyof typeof labels, stored?: string | number | null) => ({
    name,
    label: labels[name],
    defaultValue: shown(state, name, stored),
    error: errorFor(state, name, any),
  });
  const duplicate =
    state?.message.key === "enquiries.errors.duplicate" ? state.message.values?.id : undefined;
  const key = state?.typed.submissionKey;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="form"
      data-draft={`enquiry-new-${view.listing?.id ?? view.to.id}`}
      data-guard=""
      data-upload=""
    >
      <DraftNote />
      {state && (
        <FormErrors
          errors={fieldErrors(state, labels, any)}
          message={any(state.message.key, state.message.values)}
        />
      )}
      {duplicate && (
        <p>
          <a href={`/enquiries/${duplicate}`}>{t("errors.duplicateLink")}</a>
        </p>
      )}
      <HiddenField name="submissionKey" value={typeof key === "string" ? key : submissionKey} />
      <HiddenField name="to" value={view.to.id} />
      {view.listing && <HiddenField name="listingId" value={view.listing.id} />}
      <TextField
        {...field("subject", prefilled.subject)}
        hint={t("field.subjectHint")}
        required
        maxLength={80}
      />
      {view.programmes.length > 0 && (
        <SelectField
          {...field("programmeId", view.programmeId)}
          options={view.programmes.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t("field.programmeNone")}
        />
      )}
      <NumberField {...field("seats", prefilled.seats)} min={1} max={10_000} unit={t("field.people")} />
      <div className="form-pair">
        <DateField {...field("startsOn", prefilled.startsOn)} />
        <DateField {...field("endsOn", prefilled.endsOn)} />
      </div>
      <TextArea {...field("message", prefilled.message)} required rows={6} maxLength={4000} />
      <NumberField
        {...field("replyDays", DEFAULT_REPLY_DAYS)}
        hint={t("field.replyDaysHint")}
        required
        min={LEAST_REPLY_DAYS}
        max={MOST_REPLY_DAYS}
        unit={t("field.days")}
      />
      <Upload
        name="files"
        label={labels.files}
        accept={ATTACHABLE}
        types={t("field.filesTypes")}
        maxBytes={ATTACHED_BYTES}
        multiple
        error={errorFor(state, "files", any)}
      />
      <div className="form-end">
        <Button>{t("act.send")}</Button>
      </div>
    </form>
  );
};
