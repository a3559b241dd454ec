import { Facts } from "~/ui/Facts";
import { sizeText } from "~/ui/Upload";
import { useWords } from "~/words/use-words";
import type { ProfileView } from "../queries/profile-page.server";

const lines = (text: string) => <span className="whitespace-pre-line">{text}</span>;

/** What a student says of themselves; `fileBase` is where its files open for this reader. */
export const ProfileFacts = ({ profile, fileBase }: { profile: ProfileView; fileBase: string }) => {
  const t = useWords("applications");
  const dates = [profile.availableFrom, profile.availableTo];
  const rows = [
    { label: t("profile.strengths"), value: profile.strengths && lines(profile.strengths) },
    { label: t("profile.skills"), value: profile.skills && lines(profile.skills) },
    { label: t("profile.languages"), value: profile.languages },
    { label: t("profile.wishRegions"), value: profile.wishRegions.join("、") },
    {
      label: t("profile.wishLodging"),
      value: profile.wishLodging && t(`profile.lodging.${profile.wishLodging}`),
    },
    {
      label: t("profile.commuteMinutes"),
      value: profile.commuteMinutes && `${profile.commuteMinutes} ${t("profile.minutes")}`,
    },
    {
      label: t("page.dates"),
      value: dates.some(Boolean) && t("row.dates", { from: dates[0] ?? "…", to: dates[1] ?? "…" }),
    },
    { label: t("profile.wishesText"), value: profile.wishes && lines(profile.wishes) },
    {
      label: t("profile.files"),
      value: profile.files.length > 0 && (
        <ul>
          {profile.files.map((file) => (
            <li key={file.id}>
              <a href={`${fileBase}/${file.id}`}>{file.name}</a>{" "}
              <span className="note">{sizeText(file.bytes)}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return <Facts facts={rows.filter((row) => row.value)} />;
};
