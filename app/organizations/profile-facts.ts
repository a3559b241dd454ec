import type { ProfileFacts } from "./rules/profile-completeness";

type Stored = Omit<ProfileFacts, "hasPhone" | "evidence" | "posts" | "programmes"> & {
  contactPhone: string | null;
};

/** A stored organization with its counts, as completeness sees it. */
export const profileFacts = (
  stored: Stored,
  counts: { evidence: number; posts: number; programmes: number },
): ProfileFacts => ({
  kind: stored.kind,
  name: stored.name,
  regionCode: stored.regionCode,
  address: stored.address,
  introduction: stored.introduction,
  contactName: stored.contactName,
  hasPhone: stored.contactPhone !== null,
  uscc: stored.uscc,
  schoolCode: stored.schoolCode,
  industryCode: stored.industryCode,
  employees: stored.employees,
  schoolLevel: stored.schoolLevel,
  ownership: stored.ownership,
  ...counts,
});
