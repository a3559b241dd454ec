import { completionShare, LEAST_CELL, type OpenPart, openPart } from "~/matching/rules/completion-share";

/** What a school's placements in one programme came to, as counted from records. */
export type ProgrammeCounts = {
  programmeId: string;
  running: number;
  completed: number;
  /** ended early, by coded reason; a record that went on at another host is no break */
  breaks: Readonly<Record<string, number>>;
  changed: number;
  missed: number;
  payFindings: number;
  /** graduates whose destination after six months is known, and of those kept on, at work in their field */
  known: number;
  retained: number;
  matched: number;
};

/** A count as its reader may see it; null where it stands for one to four persons and the reader is outside the school. */
export type SeenCount = number | null;

export type ProgrammeFigures = {
  programmeId: string;
  running: SeenCount;
  completed: OpenPart;
  /** the share of placements that ran to their end, drawn towards the school's, in percent; null where nothing ended */
  sharePercent: number | null;
  breaks: readonly { reason: string; count: SeenCount }[];
  changed: SeenCount;
  missed: SeenCount;
  payFindings: SeenCount;
  retained: OpenPart;
  matched: OpenPart;
};

const total = (breaks: ProgrammeCounts["breaks"]): number =>
  Object.values(breaks).reduce((sum, one) => sum + one, 0);

/**
 * The figures of a school's programmes. Goes in: counts a programme, whether the reader is of the school. Comes out: one
 * row a programme with its completion share drawn towards that of the whole school (as if four more placements had ended
 * as the school's do), breaks by reason, the most frequent first; for readers outside the school every cell of one to four
 * persons is hidden, and a share beside hidden parts is told to the nearest ten. House rule.
 */
export const programmeFigures = (
  programmes: readonly ProgrammeCounts[],
  inside: boolean,
): ProgrammeFigures[] => {
  const school = {
    completed: programmes.reduce((sum, one) => sum + one.completed, 0),
    breaks: programmes.reduce((sum, one) => sum + total(one.breaks), 0),
  };
  const seen = (count: number): SeenCount => (inside || count === 0 || count >= LEAST_CELL ? count : null);
  const part = (one: number, whole: number): OpenPart =>
    inside || whole === 0 ? { hidden: false, part: one, whole } : openPart(one, whole);
  return programmes.map((one) => {
    const broken = total(one.breaks);
    const ended = one.completed + broken;
    const completed = part(one.completed, ended);
    const share = completionShare({ completed: one.completed, breaks: broken }, school) * 100;
    return {
      programmeId: one.programmeId,
      running: seen(one.running),
      completed,
      sharePercent: ended === 0 ? null : completed.hidden ? Math.round(share / 10) * 10 : Math.round(share),
      breaks: Object.entries(one.breaks)
        .filter(([, count]) => count > 0)
        .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
        .map(([reason, count]) => ({ reason, count: seen(count) })),
      changed: seen(one.changed),
      missed: seen(one.missed),
      payFindings: seen(one.payFindings),
      retained: part(one.retained, one.known),
      matched: part(one.matched, one.known),
    };
  });
};
