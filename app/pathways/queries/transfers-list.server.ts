import { regionPrefix } from "~/catalogues/rules/regions";
import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";

import { ENDED } from "../rules/lifecycle";
import { authorityRegionOf } from "../transfer-access.server";

export const TABS = ["mine", "running", "ended"] as const;
export type Tab = (typeof TABS)[number];

export type Side = "school" | "authority" | "person";

const PAGE = 30;
const MOST_CHILDREN = 20;

/** What a person may see at all: an authority its region, school staff both directions of their school, others their own. */
const scopeOf = async (
  person: Person,
): Promise<{ side: Side; where: Prisma.TransferWhereInput; turn: Prisma.TransferWhereInput }> => {
  const { organization } = person;
  const staff = organization !== null && !["student", "viewer"].includes(organization.role);
  if (staff && organization.kind === "authority") {
    const region = regionPrefix((await authorityRegionOf(read, person)) ?? "000000");
    const where = { regionCode: { gte: region, lt: `${region}~` }, state: { not: "draft" } };
    return { side: "authority", where, turn: { turn: { in: ["county", "city"] } } };
  }
  if (staff && (organization.kind === "school" || organization.kind === "general_school")) {
    const id = organization.id;
    const arrived = {
      toSchoolId: id,
      state: { notIn: ["draft", "counselling", "consent", "sending", "eligibility"] },
    };
    return {
      side: "school",
      where: { OR: [{ fromSchoolId: id }, arrived] },
      turn: {
        OR: [
          { fromSchoolId: id, turn: "sending" },
          { toSchoolId: id, turn: "receiving" },
        ],
      },
    };
  }
  const children = await read.guardian.findMany({
    where: { personId: person.personId, endedAt: null },
    take: MOST_CHILDREN,
    select: { studentId: true },
  });
  return {
    side: "person",
    where: {
      OR: [{ personId: person.personId }, { studentId: { in: children.map((one) => one.studentId) } }],
    },
    turn: { turn: "student" },
  };
};

/** The words a list and a page need about some schools: names by id. */
export const schoolNames = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true, shortName: true },
  });
  return new Map(rows.map((row) => [row.id, row.shortName || row.name]));
};

/**
 * One page of the transfers a person may see, soonest due first. Goes in: the person, the tab, the key after which to go on.
 * Comes out: at most thirty rows, the counts of the tabs, and the next key. A school sees applications to it only once they
 * were sent on; an authority sees no drafts.
 */
export const transfersList = async (person: Person, tab: Tab, after: string | null) => {
  const { side, where, turn } = await scopeOf(person);
  const of: Record<Tab, Prisma.TransferWhereInput> = {
    mine: { AND: [where, turn] },
    running: { AND: [where, { state: { notIn: [...ENDED] } }] },
    ended: { AND: [where, { state: { in: [...ENDED] } }] },
  };
  const [dueOn = "", id = ""] = (after ?? "").split("~");
  const [rows, ...counts] = await Promise.all([
    read.transfer.findMany({
      where: {
        AND: [of[tab], ...(after ? [{ OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: id } }] }] : [])],
      },
      orderBy: [{ dueOn: "asc" }, { id: "asc" }],
      take: PAGE + 1,
    }),
    ...TABS.map((one) => read.transfer.count({ where: of[one] })),
  ]);
  const page = rows.slice(0, PAGE);
  const names = await schoolNames(page.flatMap((row) => [row.fromSchoolId, row.toSchoolId]));
  const last = page.at(-1);
  return {
    side,
    counts: Object.fromEntries(TABS.map((one, index) => [one, counts[index] ?? 0])) as Record<Tab, number>,
    next: rows.length > PAGE && last ? `${last.dueOn}~${last.id}` : null,
    rows: page.map((row) => ({
      id: row.id,
      reference: row.reference,
      name: row.studentName,
      direction: row.direction,
      from: names.get(row.fromSchoolId) ?? "",
      to: names.get(row.toSchoolId) ?? "",
      state: row.state,
      turn: row.turn,
      due: row.dueOn.startsWith("9999") ? null : row.dueOn,
    })),
  };
};

/** What waits for a person here, for 工作台: at most twenty rows of their turn. */
export const transfersWaiting = async (person: Person, limit = 20) => {
  const { where, turn } = await scopeOf(person);
  const rows = await read.transfer.findMany({
    where: { AND: [where, turn] },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: limit,
  });
  const names = await schoolNames(rows.flatMap((row) => [row.fromSchoolId, row.toSchoolId]));
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    due: row.dueOn.startsWith("9999") ? null : row.dueOn,
    from: names.get(row.fromSchoolId) ?? "",
    to: names.get(row.toSchoolId) ?? "",
  }));
};
