import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { CodeField } from "~/ui/form/CodeField";
import { NumberField } from "~/ui/form/NumberField";
import { TextField } from "~/ui/form/TextField";
import { NearMeButton } from "~/ui/NearMeButton";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { FieldNotes } from "../schema";
import type { OwnOrganization } from "../shapes";
import { NotedHint } from "./NotedHint";

type Props = { profile: OwnOrganization; notes: FieldNotes; state: FormState | null };

/** Where the organization is; without coordinates the centre of its region stands in, and the page says so. */
export const ProfilePlace = ({ profile, notes, state }: Props) => {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const own = profile.lng !== null;
  return (
    <Section title={t("profile.place")} id="place">
      <div className="form mt-4">
        <CodeField
          name="region"
          label={t("profile.region")}
          hint={<NotedHint note={notes.region}>{t("profile.regionHint")}</NotedHint>}
          error={errorFor(state, "region", any)}
          defaultValue={shown(state, "region", profile.region)}
          suggest="/api/v1/regions?q="
          required
        />
        <TextField
          name="address"
          label={t("profile.address")}
          hint={<NotedHint note={notes.address} neededLater={!profile.address} />}
          error={errorFor(state, "address", any)}
          defaultValue={shown(state, "address", profile.address)}
          autoComplete="street-address"
          maxLength={200}
        />
        <div>
          <p className="hint">
            {profile.borrowedFrom
              ? t("profile.pointBorrowed", { region: profile.borrowedFrom })
              : own
                ? t("profile.pointHint")
                : t("profile.pointNone")}
          </p>
          <div className="form-pair">
            <NumberField
              name="lng"
              label={t("profile.lng")}
              step="any"
              error={errorFor(state, "lng", any)}
              defaultValue={shown(state, "lng", profile.lng)}
            />
            <NumberField
              name="lat"
              label={t("profile.lat")}
              step="any"
              error={errorFor(state, "lat", any)}
              defaultValue={shown(state, "lat", profile.lat)}
            />
          </div>
          <div className="mt-3">
            <NearMeButton longitudeName="hereLng" latitudeName="hereLat" />
          </div>
        </div>
      </div>
    </Section>
  );
};
