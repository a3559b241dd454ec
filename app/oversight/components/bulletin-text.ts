import type { T } from "~/words/translate";

/** The name of a period as people say it. Goes in: "2026-10" or "2026-Q3". */
export const periodText = (period: string, t: T<"reports">): string => {
  const [year = "", part = ""] = period.split("-");
  return part.startsWith("Q")
    ? t("bulletin.quarter", { year, quarter: part.slice(1) })
    : t("bulletin.month", { year, month: String(Number(part)) });
};
