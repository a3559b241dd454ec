import type { ReactNode } from "react";
import { RelativeDate } from "./RelativeDate";

export type TimelineEntry = {
  id: string;
  /** ISO instant or civil date. */
  at: string;
  text: ReactNode;
  detail?: ReactNode;
  /** `key`: a step forward; `seal`: signed or issued; `bad`: something went wrong. */
  kind?: "plain" | "key" | "seal" | "bad";
};

const CLASSES = { plain: undefined, key: "key", seal: "seal-set", bad: "bad" } as const;

/** What happened, newest first, as the recorded events tell it. */
export const Timeline = ({ entries, now }: { entries: readonly TimelineEntry[]; now: string }) => (
  <ol className="timeline">
    {entries.map((entry) => (
      <li key={entry.id} className={CLASSES[entry.kind ?? "plain"]}>
        {entry.text}
        {entry.detail && <div className="meta">{entry.detail}</div>}
        <div className="note">
          <RelativeDate at={entry.at} now={now} />
        </div>
      </li>
    ))}
  </ol>
);
