import { errorFor, type FormState, shown, ticked } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { DraftNote } from "~/ui/form/DraftNote";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Section } from "~/ui/Section";
import { Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { WeekPage } from "../queries/week-page.server";
import { DayFields } from "./WeekDays";
import { WeekRecordView } from "./WeekRecordView";

/**
 * A student's week, on a phone and without a script; with one, what was filled in without a network waits on the device and
 * is sent later. After a collision the hidden version is the newest, so that sending
 * again replaces the other text knowingly: it stands beside the form.
 */
export const WeekForm = ({
  page,
  maxBytes,
  state,
}: {
  page: WeekPage;
  maxBytes: number;
  state: FormState | null;
}) => {
  const t = useWords("followup");
  const { any } = useTranslator();
  const { record } = page;
  const href = record?.file ? `/weeks/${page.id}/${page.monday}/file` : undefined;
  return (
    <form
      method="post"
      encType="multipart/form-data"
      className="form mt-6"
      data-upload=""
      data-draft={`week-${page.id}-${page.monday}`}
      data-offline=""
    >
      <DraftNote />
      <p className="notice" role="status" data-offline-note="kept" hidden>
        {t("offline.kept")}
      </p>
      <p className="notice" role="status" data-offline-note="nofile" hidden>
        {t("offline.noFile")}
      </p>
      <p className="notice" role="status" data-offline-note="sent" hidden>
        {t("offline.sent")}
      </p>
      {record && (
        <div data-draft-other="" hidden>
          <Section id="elsewhere" title={t("week.other")}>
            <p>{t("week.otherText")}</p>
            <WeekRecordView record={record} fileHref={href ?? ""} />
          </Section>
        </div>
      )}
      <HiddenField name="version" value={record?.version ?? 0} />
      <TextArea
        name="lines"
        label={t("week.lines")}
        hint={t("week.linesHint")}
        rows={4}
        defaultValue={shown(state, "lines", record?.lines)}
        error={errorFor(state, "lines", any)}
        required={false}
      />
      <Upload
        name="file"
        label={t("week.file")}
        accept="image/*,.pdf,.docx,.xlsx"
        types={t("week.fileTypes")}
        maxBytes={maxBytes}
        files={record?.file ? [{ id: record.id, name: t("week.fileKept"), ...(href ? { href } : {}) }] : []}
        error={errorFor(state, "file", any)}
      />
      <DayFields hours={record?.given ?? null} state={state} />
      <CheckboxField
        name="night"
        label={t("week.night")}
        hint={t("week.nightHint")}
        defaultChecked={ticked(state, "night", record?.night ? ["on"] : []).includes("on")}
      />
      <Button>{t(record ? "week.change" : "week.send")}</Button>
    </form>
  );
};
