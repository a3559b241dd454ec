import { Facts } from "~/ui/Facts";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ShownWeek } from "../week-rows.server";
import { DayLine } from "./WeekDays";

const TONES: Record<string, Tone> = {
  submitted: "act",
  confirmed: "ok",
  corrected: "wait",
  missing: "bad",
  none: "neutral",
};

/** The state of one week in a word. */
export const WeekBadge = ({ state }: { state: string }) => {
  const { any } = useTranslator();
  return <StateBadge tone={TONES[state] ?? "neutral"} word={any(`followup.state.${state}`)} />;
};

/** A week as it was handed in and, where the mentor put it right, as it counts. */
export const WeekRecordView = ({ record, fileHref }: { record: ShownWeek; fileHref: string }) => {
  const t = useWords("followup");
  return (
    <>
      {record.lines && <p className="whitespace-pre-line">{record.lines}</p>}
      <Facts
        facts={[
          { label: t("week.hours"), value: <DayLine hours={record.given} /> },
          ...(record.corrected
            ? [
                { label: t("week.corrected"), value: <DayLine hours={record.corrected} /> },
                { label: t("week.why"), value: record.correction },
              ]
            : []),
          { label: t("week.total"), value: t("week.totalHours", { hours: record.total }) },
          { label: t("week.night"), value: t(record.night ? "week.yes" : "week.no") },
          ...(record.file
            ? [{ label: t("week.file"), value: <a href={fileHref}>{t("week.fileKept")}</a> }]
            : []),
        ]}
      />
    </>
  );
};
