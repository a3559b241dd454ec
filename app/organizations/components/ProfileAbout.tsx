import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { CodeField } from "~/ui/form/CodeField";
import { NumberField } from "~/ui/form/NumberField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { type FieldNotes, OWNERSHIPS, SCHOOL_LEVELS } from "../schema";
import type { OwnOrganization } from "../shapes";
import { NotedHint } from "./NotedHint";

type Props = { profile: OwnOrganization; notes: FieldNotes; state: FormState | null };

const EnterpriseFacts = ({ profile, notes, state }: Props) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  return (
    <>
      <CodeField
        name="industry"
        label={t("profile.industry")}
        hint={
          <NotedHint note={notes.industry} neededLater={!profile.industry}>
            {t("profile.industryHint")}
          </NotedHint>
        }
        error={errorFor(state, "industry", any)}
        defaultValue={shown(state, "industry", profile.industry)}
        suggest="/api/v1/industries?q="
      />
      <NumberField
        name="employees"
        label={t("profile.employees")}
        hint={
          <NotedHint note={notes.employees} neededLater={!profile.employees}>
            {t("profile.employeesHint")}
          </NotedHint>
        }
        error={errorFor(state, "employees", any)}
        defaultValue={shown(state, "employees", profile.employees)}
        min={1}
      />
    </>
  );
};

const SchoolFacts = ({ profile, notes, state }: Props) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  return (
    <div className="form-pair">
      <SelectField
        name="schoolLevel"
        label={t("profile.schoolLevel")}
        hint={<NotedHint note={notes.schoolLevel} neededLater={!profile.schoolLevel} />}
        error={errorFor(state, "schoolLevel", any)}
        defaultValue={shown(state, "schoolLevel", profile.schoolLevel)}
        options={SCHOOL_LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
      />
      <SelectField
        name="ownership"
        label={t("profile.ownership")}
        hint={<NotedHint note={notes.ownership} neededLater={!profile.ownership} />}
        error={errorFor(state, "ownership", any)}
        defaultValue={shown(state, "ownership", profile.ownership)}
        options={OWNERSHIPS.map((value) => ({ value, label: t(`ownership.${value}`) }))}
      />
    </div>
  );
};

/** What the organization is and whom to ask. */
export const ProfileAbout = (props: Props) => {
  const { profile, notes, state } = props;
  const t = useWords("organizations");
  const { any } = useTranslator();
  return (
    <>
      <Section title={t("profile.about")} id="about">
        <div className="form mt-4">
          {profile.kind === "enterprise" && <EnterpriseFacts {...props} />}
          {profile.kind === "school" && <SchoolFacts {...props} />}
          <TextArea
            name="introduction"
            label={t("profile.introduction")}
            hint={<NotedHint note={notes.introduction}>{t("profile.introductionHint")}</NotedHint>}
            error={errorFor(state, "introduction", any)}
            defaultValue={shown(state, "introduction", profile.introduction)}
            rows={6}
            maxLength={3000}
          />
          <TextField
            name="website"
            type="url"
            label={t("profile.website")}
            error={errorFor(state, "website", any)}
            defaultValue={shown(state, "website", profile.website)}
            placeholder="https://"
          />
        </div>
      </Section>
      <Section title={t("profile.contact")} id="contact">
        <div className="form mt-4">
          <p className="hint">{t("profile.contactHint")}</p>
          <TextField
            name="contactName"
            label={t("profile.contactName")}
            hint={<NotedHint note={notes.contactName} neededLater={!profile.contactName} />}
            error={errorFor(state, "contactName", any)}
            defaultValue={shown(state, "contactName", profile.contactName)}
            autoComplete="name"
            maxLength={40}
          />
          <TextField
            name="contactPhone"
            type="tel"
            label={t("profile.contactPhone")}
            hint={<NotedHint note={notes.contactPhone} neededLater={!profile.contactPhone} />}
            error={errorFor(state, "contactPhone", any)}
            defaultValue={shown(state, "contactPhone", profile.contactPhone)}
            autoComplete="tel"
          />
        </div>
      </Section>
    </>
  );
};
