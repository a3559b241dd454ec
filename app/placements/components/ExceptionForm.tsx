import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { exceptionPage } from "../queries/exceptions.server";

type Page = Awaited<ReturnType<typeof exceptionPage>>;
const MAX_BYTES = 15 * 1_048_576;

/** Recorded exceptions, the latest first; one taken back stays to be read. */
export const ExceptionList = ({
  exceptions,
  mayAct,
}: {
  exceptions: Page["exceptions"];
  mayAct: boolean;
}) => {
  const t = useWords("placements");
  if (exceptions.length === 0) return <p className="meta">{t("headCount.none")}</p>;
  return (
    <ul>
      {exceptions.map((one) => (
        <li key={one.id} className="my-3">
          <b>{t("headCount.upTo", { where: one.post ?? t("headCount.unit"), count: one.upTo })}</b>{" "}
          <span className="num">
            {one.startsOn} — {one.endsOn}
          </span>
          <div>{one.reason}</div>
          <div className="note">
            {t("headCount.record", { authority: one.authority, number: one.number, by: one.by })}
          </div>
          {one.withdrawn && <div className="note">{t("headCount.withdrawn")}</div>}
          {mayAct && !one.withdrawn && (
            <form method="post" className="row">
              <HiddenField name="intent" value="withdraw" />
              <HiddenField name="id" value={one.id} />
              <ConfirmButton
                id={`ask-${one.id}`}
                small
                look="quiet"
                label={t("gates.withdraw")}
                question={t("ask.withdrawException")}
              />
            </form>
          )}
        </li>
      ))}
    </ul>
  );
};

/** Records that an authority lets the unit take more. */
export const ExceptionForm = (props: {
  posts: Page["posts"];
  state: FormState | null;
  submissionKey: string;
}) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { posts, state, submissionKey } = props;
  const field = (name: string) => ({
    name,
    error: errorFor(state, name, any),
    defaultValue: shown(state, name) ?? null,
  });
  return (
    <Section id="record" title={t("headCount.recordTitle")}>
      <form method="post" encType="multipart/form-data" className="form my-3">
        <HiddenField name="intent" value="record" />
        <HiddenField name="submissionKey" value={submissionKey} />
        <SelectField
          {...field("post")}
          label={t("field.post")}
          options={posts.map((post) => ({ value: post.id, label: post.name }))}
          empty={t("headCount.unit")}
        />
        <NumberField
          name="upTo"
          label={t("field.upTo")}
          error={errorFor(state, "upTo", any)}
          defaultValue={shown(state, "upTo")}
          required
        />
        <DateField {...field("startsOn")} label={t("field.startsOn")} required />
        <DateField {...field("endsOn")} label={t("field.endsOn")} required />
        <TextArea {...field("reason")} label={t("field.reason")} rows={2} maxLength={500} required />
        <TextField {...field("authority")} label={t("field.authority")} maxLength={120} required />
        <TextField {...field("number")} label={t("field.number")} maxLength={80} required />
        <Upload
          name="file"
          label={t("headCount.file")}
          accept=".pdf,.jpg,.jpeg,.png"
          types={t("field.fileTypes")}
          maxBytes={MAX_BYTES}
          required
          error={errorFor(state, "file", any)}
        />
        <Button>{t("headCount.save")}</Button>
      </form>
    </Section>
  );
};
