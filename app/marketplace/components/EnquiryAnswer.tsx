import { fieldErrors } from "~/identity/components/field-errors";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { DateField } from "~/ui/form/DateField";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { RadioGroup } from "~/ui/form/RadioGroup";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { EnquiryPageView } from "../queries/enquiry-page.server";
import { DECLINE_CODES } from "../rules/decline-reasons";

export const ATTACHABLE = ".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.pptx,.csv,.txt";
export const ATTACHED_BYTES = 15 * 1024 * 1024;

type FormProps = { page: EnquiryPageView; state: FormState | null };

/** The summary of one form: its message and its wrong fields. */
const Wrong = ({ state, labels }: { state: FormState | null; labels: Record<string, string> }) => {
  const { any } = useTranslator();
  if (!state) return null;
  return (
    <FormErrors
      errors={fieldErrors(state, labels, any)}
      message={any(state.message.key, state.message.values)}
    />
  );
};

/** A message that passes the baton, with other terms if they are put forward. */
export const ReplyForm = ({ page, state, submissionKey }: FormProps & { submissionKey: string }) => {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const { id, version, terms } = page;
  const labels = {
    message: t("field.message"),
    seats: t("field.seats"),
    startsOn: t("field.startsOn"),
    endsOn: t("field.endsOn"),
    files: t("field.files"),
  };
  const error = (name: keyof typeof labels) => errorFor(state, name, any);
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="form"
      data-draft={`enquiry-${id}`}
      data-upload=""
    >
      <Wrong state={state} labels={labels} />
      <HiddenField name="version" value={version} />
      <HiddenField name="submissionKey" value={submissionKey} />
      <TextArea
        name="message"
        label={labels.message}
        required
        maxLength={4000}
        defaultValue={shown(state, "message")}
        error={error("message")}
      />
      <CheckboxField
        name="changeTerms"
        label={t("field.changeTerms")}
        hint={t("field.changeTermsHint")}
        defaultChecked={state?.typed.changeTerms !== undefined}
      />
      <NumberField
        name="seats"
        label={labels.seats}
        min={1}
        max={10_000}
        unit={t("field.people")}
        defaultValue={shown(state, "seats", terms.seats)}
        error={error("seats")}
      />
      <div className="form-pair">
        <DateField
          name="startsOn"
          label={labels.startsOn}
          defaultValue={shown(state, "startsOn", terms.startsOn)}
          error={error("startsOn")}
        />
        <DateField
          name="endsOn"
          label={labels.endsOn}
          defaultValue={shown(state, "endsOn", terms.endsOn)}
          error={error("endsOn")}
        />
      </div>
      <Upload
        name="files"
        label={labels.files}
        accept={ATTACHABLE}
        types={t("field.filesTypes")}
        maxBytes={ATTACHED_BYTES}
        multiple
        error={error("files")}
      />
      <div className="form-end">
        <Button name="intent" value="reply">
          {t("act.reply")}
        </Button>
      </div>
    </form>
  );
};

/** Accepts the other side's terms; asks only for what is not known yet. */
export const AcceptForm = ({ page, state, me }: FormProps & { me: string }) => {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const labels = {
    programmeId: t("field.programme"),
    contactName: t("field.contactName"),
    contactPhone: t("field.contactPhone"),
    note: t("field.note"),
  };
  const error = (name: keyof typeof labels) => errorFor(state, name, any);
  return (
    <form method="post" className="form">
      <Wrong state={state} labels={labels} />
      <HiddenField name="version" value={page.version} />
      {!page.programme && page.programmes.length > 0 && (
        <SelectField
          name="programmeId"
          label={labels.programmeId}
          options={page.programmes.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t("field.programmeNone")}
          defaultValue={shown(state, "programmeId")}
          error={error("programmeId")}
        />
      )}
      <div className="form-pair items-end">
        <TextField
          name="contactName"
          label={labels.contactName}
          required
          autoComplete="name"
          maxLength={40}
          defaultValue={shown(state, "contactName", me)}
          error={error("contactName")}
        />
        <TextField
          name="contactPhone"
          label={labels.contactPhone}
          hint={t("field.contactPhoneHint")}
          type="tel"
          required
          autoComplete="tel"
          defaultValue={shown(state, "contactPhone")}
          error={error("contactPhone")}
        />
      </div>
      <TextArea
        name="note"
        label={labels.note}
        rows={2}
        maxLength={1000}
        defaultValue={shown(state, "note")}
        error={error("note")}
      />
      <div className="form-end">
        <Button name="intent" value="accept">
          {t("act.accept")}
        </Button>
      </div>
    </form>
  );
};

/** A clear no with its reason. */
export const DeclineForm = ({ page, state }: FormProps) => {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const labels = { reason: t("field.reason"), declineNote: t("field.declineNote") };
  return (
    <form method="post" className="form">
      <Wrong state={state} labels={labels} />
      <HiddenField name="version" value={page.version} />
      <RadioGroup
        name="reason"
        label={labels.reason}
        required
        inline
        options={DECLINE_CODES.map((code) => ({ value: code, label: t(`decline.${code}`) }))}
        defaultValue={shown(state, "reason")}
        error={errorFor(state, "reason", any)}
      />
      <TextArea
        name="declineNote"
        label={labels.declineNote}
        hint={t("field.declineNoteHint")}
        rows={2}
        maxLength={500}
        defaultValue={shown(state, "declineNote")}
        error={errorFor(state, "declineNote", any)}
      />
      <div className="form-end">
        <Button look="quiet" name="intent" value="decline">
          {t("act.decline")}
        </Button>
      </div>
    </form>
  );
};
