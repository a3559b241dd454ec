import { useWords } from "~/words/use-words";
import type { Snapshot } from "../schema";
import { type Fact, FactList } from "./FactList";

/** A profile as it was when it was submitted. */
export const SnapshotFacts = ({ snapshot }: { snapshot: Snapshot }) => {
  const t = useWords("organizations");
  const admin = useWords("admin");
  const fact = (label: string, value: string | number | null): Fact[] =>
    value === null || value === "" ? [] : [{ label, value }];
  const level = snapshot.schoolLevel && t(`level.${snapshot.schoolLevel as "associate"}`);
  const ownership = snapshot.ownership && t(`ownership.${snapshot.ownership as "public"}`);
  return (
    <FactList
      facts={[
        ...fact(t("profile.name"), snapshot.name),
        ...fact(t("list.kind"), t(`kind.${snapshot.kind as "school"}`)),
        ...fact(t("profile.uscc"), snapshot.uscc),
        ...fact(t("profile.schoolCode"), snapshot.schoolCode),
        ...fact(t("profile.region"), snapshot.region),
        ...fact(t("profile.address"), snapshot.address),
        ...fact(t("profile.industry"), snapshot.industry),
        ...fact(t("profile.employees"), snapshot.employees),
        ...fact(t("profile.schoolLevel"), level),
        ...fact(t("profile.ownership"), ownership),
        ...fact(t("profile.contactName"), snapshot.contactName),
        ...fact(admin("case.phone"), snapshot.phoneMasked),
        ...fact(t("profile.website"), snapshot.website),
        ...fact(t("profile.introduction"), snapshot.introduction),
        ...fact(admin("case.counts"), `${snapshot.posts} / ${snapshot.programmes}`),
      ]}
    />
  );
};
