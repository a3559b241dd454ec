import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { TextField } from "~/ui/form/TextField";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { FieldNotes } from "../schema";
import type { OwnOrganization } from "../shapes";
import { FactList } from "./FactList";
import { NotedHint } from "./NotedHint";

type Props = { profile: OwnOrganization; notes: FieldNotes; state: FormState | null };

/** Name and codes: typed before verification, shown as settled facts after. */
export const ProfileIdentity = ({ profile, notes, state }: Props) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const { codes } = profile;
  const shortName = (
    <TextField
      name="shortName"
      label={t("profile.shortName")}
      hint={t("profile.shortNameHint")}
      error={errorFor(state, "shortName", any)}
      defaultValue={shown(state, "shortName", profile.shortName)}
      maxLength={30}
    />
  );
  if (profile.identityFixed) {
    return (
      <Section title={t("profile.identity")} id="identity">
        <FactList
          facts={[
            { label: t("profile.name"), value: profile.name },
            ...(profile.uscc ? [{ label: t("profile.uscc"), value: profile.uscc }] : []),
            ...(profile.schoolCode ? [{ label: t("profile.schoolCode"), value: profile.schoolCode }] : []),
          ]}
        />
        <p className="note mt-2 mb-5">{t("profile.identityFixed")}</p>
        <div className="form">{shortName}</div>
      </Section>
    );
  }
  return (
    <Section title={t("profile.identity")} id="identity">
      <div className="form mt-4">
        <TextField
          name="name"
          label={t("profile.name")}
          hint={<NotedHint note={notes.name} />}
          error={errorFor(state, "name", any)}
          defaultValue={shown(state, "name", profile.name)}
          maxLength={100}
          required
        />
        {shortName}
        {codes.uscc !== "none" && (
          <TextField
            name="uscc"
            label={t("profile.uscc")}
            hint={<NotedHint note={notes.uscc} />}
            error={errorFor(state, "uscc", any)}
            defaultValue={shown(state, "uscc", profile.uscc)}
            required={codes.uscc === "needed"}
            spellCheck={false}
            className="num"
          />
        )}
        {codes.schoolCode !== "none" && (
          <TextField
            name="schoolCode"
            label={t("profile.schoolCode")}
            hint={<NotedHint note={notes.schoolCode} />}
            error={errorFor(state, "schoolCode", any)}
            defaultValue={shown(state, "schoolCode", profile.schoolCode)}
            inputMode="numeric"
            className="num"
            required
          />
        )}
      </div>
    </Section>
  );
};
