import type { Direction } from "./pack";

export type FlowRow = { fromSchoolId: string; toSchoolId: string; direction: Direction; state: string };
export type SchoolFlow = { schoolId: string; in: number; out: number; net: number; enrolled: number };

export type FlowAlarm =
  | { kind: "outflow"; schoolId: string; out: number; enrolled: number; shareBp: number }
  | { kind: "unused_window"; windowId: string }
  | { kind: "unfilled"; quotaId: string; seats: number; taken: number }
  | { kind: "objections"; windowId: string; objections: number; listed: number };

/** Where an alarm begins. House rules: signs to look into, not proof of anything. */
export const FLOW_LIMITS = {
  outflowBp: 500,
  outflowLeast: 5,
  unfilledBp: 5_000,
  objectionsBp: 2_000,
} as const;

/** How many came and went at every school, of transfers that took place. Sorted by the largest loss first. */
export const flowBySchool = (
  rows: readonly FlowRow[],
  enrolled: ReadonlyMap<string, number>,
): SchoolFlow[] => {
  const flows = new Map<string, SchoolFlow>();
  const at = (schoolId: string): SchoolFlow => {
    const known = flows.get(schoolId) ?? {
      schoolId,
      in: 0,
      out: 0,
      net: 0,
      enrolled: enrolled.get(schoolId) ?? 0,
    };
    flows.set(schoolId, known);
    return known;
  };
  for (const row of rows) {
    if (row.state !== "moved" && row.state !== "returning") continue;
    at(row.fromSchoolId).out += 1;
    at(row.toSchoolId).in += 1;
  }
  return [...flows.values()]
    .map((flow) => ({ ...flow, net: flow.in - flow.out }))
    .sort((a, b) => a.net - b.net || a.schoolId.localeCompare(b.schoolId));
};

/**
 * What an authority should look into. Goes in: the flow of every school, the windows that have closed with how many applied,
 * the quotas of closed windows, and objections by window. Comes out: alarms, the disorderly first. House rules.
 */
export const flowAlarms = (given: {
  flows: readonly SchoolFlow[];
  windows: readonly {
    windowId: string;
    closed: boolean;
    applications: number;
    objections: number;
    listed: number;
  }[];
  quotas: readonly { quotaId: string; closed: boolean; seats: number; taken: number }[];
}): FlowAlarm[] => {
  const outflow = given.flows.flatMap((flow): FlowAlarm[] => {
    if (flow.enrolled === 0 || flow.out < FLOW_LIMITS.outflowLeast) return [];
    const shareBp = Math.floor((flow.out * 10_000) / flow.enrolled);
    return shareBp >= FLOW_LIMITS.outflowBp
      ? [{ kind: "outflow", schoolId: flow.schoolId, out: flow.out, enrolled: flow.enrolled, shareBp }]
      : [];
  });
  const objections = given.windows.flatMap(({ windowId, objections: count, listed }): FlowAlarm[] =>
    listed > 0 && count * 10_000 >= listed * FLOW_LIMITS.objectionsBp
      ? [{ kind: "objections", windowId, objections: count, listed }]
      : [],
  );
  const unused = given.windows
    .filter((window) => window.closed && window.applications === 0)
    .map(({ windowId }): FlowAlarm => ({ kind: "unused_window", windowId }));
  const unfilled = given.quotas.flatMap(({ quotaId, closed, seats, taken }): FlowAlarm[] =>
    closed && seats > 0 && taken * 10_000 < seats * FLOW_LIMITS.unfilledBp
      ? [{ kind: "unfilled", quotaId, seats, taken }]
      : [],
  );
  return [...outflow, ...objections, ...unused, ...unfilled];
};
