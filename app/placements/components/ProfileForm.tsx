import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { CodeField } from "~/ui/form/CodeField";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { sizeText, Upload } from "~/ui/Upload";
import { useTranslator, useWords } from "~/words/use-words";
import type { ProfileView } from "../queries/profile-page.server";

const REGIONS = [0, 1, 2] as const;
const LODGINGS = ["any", "unified", "home", "outside"] as const;
const MOST_BYTES = 15 * 1024 * 1024;

/** The form behind a student's profile: what they can do, what they wish for, files to show. */
export const ProfileForm = ({ profile, state }: { profile: ProfileView | null; state: FormState | null }) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const field = (name: string, stored?: string | number | null) => ({
    name,
    error: errorFor(state, name, any),
    defaultValue: shown(state, name, stored),
  });
  return (
    <form
      method="post"
      encType="multipart/form-data"
      data-upload=""
      data-draft="profile"
      className="stack mt-6"
    >
      <HiddenField name="version" value={profile?.version ?? 0} />
      <Section id="about" title={t("profile.about")}>
        <TextArea
          {...field("strengths", profile?.strengths)}
          label={t("profile.strengths")}
          hint={t("profile.strengthsHint")}
          rows={4}
          maxLength={800}
        />
        <TextArea
          {...field("skills", profile?.skills)}
          label={t("profile.skills")}
          hint={t("profile.skillsHint")}
          rows={4}
          maxLength={800}
        />
        <TextField
          {...field("languages", profile?.languages)}
          label={t("profile.languages")}
          hint={t("profile.languagesHint")}
        />
      </Section>
      <Section id="wishes" title={t("profile.wishes")}>
        <div className="grid gap-x-6 md:grid-cols-3">
          {REGIONS.map((index) => (
            <CodeField
              key={index}
              {...field(`wishRegions[${index}]`, profile?.wishRegions[index])}
              label={`${t("profile.wishRegions")} ${index + 1}`}
              {...(index === 0 ? { hint: t("profile.wishRegionsHint") } : {})}
              suggest="/api/v1/regions?q="
            />
          ))}
        </div>
        <SelectField
          {...field("wishLodging", profile?.wishLodging)}
          label={t("profile.wishLodging")}
          options={LODGINGS.map((one) => ({ value: one, label: t(`profile.lodging.${one}`) }))}
        />
        <NumberField
          {...field("commuteMinutes", profile?.commuteMinutes)}
          label={t("profile.commuteMinutes")}
          unit={t("profile.minutes")}
          min={5}
          max={240}
        />
        <div className="grid gap-x-6 md:grid-cols-3">
          <DateField
            {...field("availableFrom", profile?.availableFrom)}
            label={t("profile.availableFrom")}
            hint={t("profile.availableHint")}
          />
          <DateField {...field("availableTo", profile?.availableTo)} label={t("profile.availableTo")} />
        </div>
        <TextArea
          {...field("wishes", profile?.wishes)}
          label={t("profile.wishesText")}
          rows={3}
          maxLength={500}
        />
      </Section>
      <Section id="papers" title={t("profile.files")}>
        <Upload
          name="files"
          label={t("profile.added")}
          types={t("profile.filesTypes")}
          accept=".pdf,.jpg,.jpeg,.png,.webp,.docx,.xlsx"
          maxBytes={MOST_BYTES}
          multiple
          error={errorFor(state, "files", any) ?? errorFor(state, "file", any)}
          removeName="remove"
          files={(profile?.files ?? []).map(({ id, name, bytes }) => ({
            id,
            name,
            href: `/account/profile/files/${id}`,
            size: sizeText(bytes),
          }))}
        />
      </Section>
      <div>
        <Button>{t("act.save")}</Button>
      </div>
    </form>
  );
};
