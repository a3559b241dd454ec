import type { CountedRecord, RecordKind, RecordReads } from "~/agreements/record-kinds/kinds.server";

type Row = {
  id: string;
  title: string;
  startedOn: string | null;
  hostId: string;
  schoolId: string;
  state: string;
};

const SELECTED = {
  id: true,
  title: true,
  startedOn: true,
  hostId: true,
  schoolId: true,
  state: true,
} as const;

const counted = ({ id, title, startedOn }: Row): CountedRecord | null =>
  startedOn ? { id, title, quantity: 1, happenedOn: startedOn } : null;

const partiesOf = async (db: RecordReads, agreementId: string): Promise<string[]> => {
  const rows = await db.agreementParty.findMany({
    where: { agreementId },
    select: { organizationId: true },
    take: 12,
  });
  return rows.map((row) => row.organizationId);
};

/**
 * Placements that began count as deliveries of the agreement between their school and their host: one each, on the day the
 * student started. One that never began, or whose other side is no party, does not count.
 */
export const PLACEMENT_RECORDS: RecordKind = {
  kind: "placement",
  label: "placements.recordKind.label",
  choices: async (db, { agreementId, organizationId }, limit) => {
    const parties = await partiesOf(db, agreementId);
    const rows = await db.placement.findMany({
      where: {
        hostId: { in: parties },
        schoolId: { in: parties },
        OR: [{ hostId: organizationId }, { schoolId: organizationId }],
        startedOn: { not: null },
        state: { not: "did_not_show" },
      },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      take: limit,
      select: SELECTED,
    });
    return rows.flatMap((row) => counted(row) ?? []);
  },
  count: async (db, { agreementId, organizationId, recordId }) => {
    const row = await db.placement.findUnique({ where: { id: recordId }, select: SELECTED });
    if (!row || (row.hostId !== organizationId && row.schoolId !== organizationId)) return null;
    const parties = await partiesOf(db, agreementId);
    if (!parties.includes(row.hostId) || !parties.includes(row.schoolId)) {
      return { counts: false, key: "placements.recordKind.otherParties" };
    }
    const record = row.state === "did_not_show" ? null : counted(row);
    return record ? { counts: true, record } : { counts: false, key: "placements.recordKind.notBegun" };
  },
};
