/**
 * What a placement's archive holds (立卷归档). The duty is read (provincial annex, copy P7); the list is from memory and a
 * house rule, unverified: 三方协议, 实习方案, 学生实习报告, 考核结果, 实习日志, 检查记录, 实习总结, 佐证材料.
 */
export const ARCHIVE_PARTS = [
  "agreement",
  "plan",
  "report",
  "assessment",
  "logs",
  "checks",
  "summary",
  "material",
] as const;
export type ArchivePart = (typeof ARCHIVE_PARTS)[number];

/** Parts handed in as a file, and by whom; the others come from records of the platform. */
export const HANDED_IN = ["report", "summary", "material"] as const;
export type HandedIn = (typeof HANDED_IN)[number];

export type ArchiveLine = { part: ArchivePart; count: number };

/** The parts of an archive nothing is in yet, in the order of the list; empty for a complete one. */
export const missingParts = (lines: readonly ArchiveLine[]): ArchivePart[] =>
  ARCHIVE_PARTS.filter((part) => (lines.find((line) => line.part === part)?.count ?? 0) === 0);
