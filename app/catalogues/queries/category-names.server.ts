import { catalogue } from "./catalogue.server";

const FIRST_ASSOCIATE_CATEGORY = 40;

let named: { versionId: string; names: Record<string, string> } | null = null;

/** Names of the nineteen categories of majors, by number: "06" → 装备制造. The three levels name them alike. */
export const categoryNames = async (): Promise<Record<string, string>> => {
  const { majors, versionId } = await catalogue();
  if (named?.versionId === versionId) return named.names;
  const names: Record<string, string> = {};
  for (const major of majors.values()) {
    if (major.level !== "associate") continue;
    const number = String(Number(major.categoryCode) - FIRST_ASSOCIATE_CATEGORY).padStart(2, "0");
    names[number] ??= major.categoryName.replace(/大类$/, "");
  }
  named = { versionId, names };
  return names;
};
