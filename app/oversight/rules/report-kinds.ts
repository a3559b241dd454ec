/** What can be taken away as a file. */
export const REPORT_KINDS = ["snapshot", "bulletin", "dossier", "recognition"] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_FORMATS = ["pdf", "xlsx", "csv", "zip"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What a copy says of itself: for whom it was made, when, and under which reference it stands in the log. */
export type CopyMark = {
  readonly organization: string;
  readonly person: string;
  readonly at: string;
  readonly reference: string;
};

const SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/**
 * The reference printed on a copy. Goes in: at least ten random bytes. Comes out: ten signs in two groups that nobody
 * confuses when reading them aloud (no 0, O, 1, I): "7K3MQ-9DXBT".
 */
export const referenceFrom = (random: Uint8Array): string => {
  const signs = Array.from(random.slice(0, 10), (byte) => SIGNS[byte % SIGNS.length] ?? "2").join("");
  return `${signs.slice(0, 5)}-${signs.slice(5)}`;
};
