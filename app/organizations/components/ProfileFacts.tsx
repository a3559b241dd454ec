import { useWords } from "~/words/use-words";
import type { OwnOrganization } from "../shapes";
import { type Fact, FactList } from "./FactList";

/** The own profile for members who may read it and not change it. */
export const ProfileFacts = ({ profile }: { profile: OwnOrganization }) => {
  const t = useWords("organizations");
  const text = (label: string, value: string | number | null): Fact => ({
    label,
    value: value === null || value === "" ? <span className="meta">{t("profile.none")}</span> : value,
  });
  const { codes } = profile;
  return (
    <FactList
      facts={[
        text(t("profile.name"), profile.name),
        ...(codes.uscc === "none" ? [] : [text(t("profile.uscc"), profile.uscc)]),
        ...(codes.schoolCode === "none" ? [] : [text(t("profile.schoolCode"), profile.schoolCode)]),
        text(t("profile.region"), profile.regionName),
        text(t("profile.address"), profile.address),
        ...(profile.kind === "enterprise"
          ? [text(t("profile.industry"), profile.industry), text(t("profile.employees"), profile.employees)]
          : []),
        text(t("profile.introduction"), profile.introduction),
        text(t("profile.website"), profile.website),
        text(t("profile.contactName"), profile.contactName),
        text(t("profile.contactPhone"), profile.contactPhone),
      ]}
    />
  );
};
