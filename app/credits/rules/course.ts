export const COURSE_KINDS = [
  "public",
  "foundation",
  "core",
  "practice",
  "compulsory",
  "selective",
  "elective",
] as const;
export type CourseKind = (typeof COURSE_KINDS)[number];

/** What a version of a course says. Credits in hundredths; `majorCode` "" for every major. */
export type CourseFacts = {
  code: string;
  name: string;
  kind: CourseKind;
  majorCode: string;
  creditsCenti: number;
  hours: number;
  grade: number;
  term: number;
  required: boolean;
  offered: boolean;
};

const COMPARED = [
  "name",
  "kind",
  "majorCode",
  "creditsCenti",
  "hours",
  "grade",
  "term",
  "required",
  "offered",
] as const;

/** What differs between two versions of a course, by field; nothing when they say the same. */
export const courseChanges = (
  before: Readonly<Record<string, unknown>>,
  after: CourseFacts,
): (typeof COMPARED)[number][] => COMPARED.filter((field) => before[field] !== after[field]);

/**
 * Whether a version may be added to a course. Goes in: the newest version's first day (null for a new course), the new
 * one's, and today. Comes out: null, or the word key of what is wrong. A change never reaches back: what counted on a day
 * keeps counting for those who applied then. House rule.
 */
export const versionFault = (
  newest: string | null,
  validFrom: string,
  today: string,
): "credits.errors.backdated" | "credits.errors.beforeNewest" | null => {
  if (newest === null) return null;
  if (validFrom < newest) return "credits.errors.beforeNewest";
  return validFrom < today ? "credits.errors.backdated" : null;
};

/** The version of every course that counts on a day. Goes in: versions in any order. Comes out: by code, offered or not. */
export const versionsOn = <T extends { code: string; validFrom: string; ordinal: number }>(
  versions: readonly T[],
  day: string,
): Map<string, T> => {
  const found = new Map<string, T>();
  for (const version of versions) {
    if (version.validFrom > day) continue;
    const held = found.get(version.code);
    const later =
      held === undefined ||
      version.validFrom > held.validFrom ||
      (version.validFrom === held.validFrom && version.ordinal > held.ordinal);
    if (later) found.set(version.code, version);
  }
  return found;
};
