import { type Member, mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { read } from "~/platform/db/client.server";
import { addDays } from "~/platform/time/clock";
import { SCHOOLS } from "../policy";
import { makeUpScope } from "./makeup-list.server";
import { namesOf } from "./school-names.server";

const AT_MOST = 20;
/** Days before its last one on which a tutor is told of an owed course. House rule. */
const SOON_DAYS = 7;

const ACT = "credits.waits.act";

const makeUps = async (actor: Member, today: string): Promise<WaitingItem[]> => {
  const coordinates = mayWrite(actor);
  const rows = await read.makeUpItem.findMany({
    where: {
      AND: [
        makeUpScope(actor),
        { state: "planned" },
        coordinates
          ? { OR: [{ untilOn: { lt: today } }, { tutorId: null }] }
          : { untilOn: { lte: addDays(today, SOON_DAYS) } },
      ],
    },
    orderBy: { untilOn: "asc" },
    take: AT_MOST,
  });
  return rows.map((row): WaitingItem => {
    const key = row.untilOn < today ? "late" : row.tutorId ? "due" : "unplanned";
    return {
      id: `make-up:${row.id}`,
      due: row.untilOn,
      title: { key: `credits.waits.${key}`, values: { name: row.name, student: row.studentName } },
      meta: { key: "credits.waits.lateMeta", values: { until: row.untilOn } },
      action: { key: ACT, href: `/credits/makeup/${row.id}` },
    };
  });
};

const tables = async (me: string): Promise<WaitingItem[]> => {
  const own = await read.equivalenceTable.findMany({
    where: { OR: [{ fromSchoolId: me }, { toSchoolId: me }] },
    take: 200,
  });
  const open = await read.equivalenceVersion.findMany({
    where: { openKey: { in: own.map((one) => one.id) } },
    take: 200,
  });
  const names = await namesOf(own.flatMap((one) => [one.fromSchoolId, one.toSchoolId]));
  const signing = open.flatMap((one) => (one.state === "signing" && one.documentId ? [one.documentId] : []));
  const signed = await read.sealedSignature.findMany({
    where: { documentId: { in: signing }, signerId: me },
    select: { documentId: true },
    take: 200,
  });
  return open.flatMap((version): WaitingItem[] => {
    const table = own.find((one) => one.id === version.tableId);
    if (!table) return [];
    const [mine, theirs] =
      table.fromSchoolId === me
        ? [version.agreedFromAt, version.agreedToAt]
        : [version.agreedToAt, version.agreedFromAt];
    const signs = version.state === "signing" && !signed.some((one) => one.documentId === version.documentId);
    const agrees = version.state === "draft" && theirs !== null && mine === null;
    if (!signs && !agrees) return [];
    const key = signs ? "sign" : "agree";
    const values = { from: names.get(table.fromSchoolId) ?? "", to: names.get(table.toSchoolId) ?? "" };
    return [
      {
        id: `credit-table:${table.id}`,
        due: null,
        title: { key: `credits.waits.${key}`, values },
        meta: { key: `credits.waits.${key}Meta`, values: { ordinal: version.ordinal } },
        action: { key: ACT, href: `/credits/tables/${table.id}` },
      },
    ];
  });
};

const claims = async (organizationId: string): Promise<WaitingItem[]> => {
  const rows = await read.creditClaim.findMany({
    where: { organizationId, state: "proposed" },
    orderBy: { createdAt: "asc" },
    take: AT_MOST,
  });
  return rows.map((row) => ({
    id: `credit-claim:${row.id}`,
    due: null,
    title: { key: "credits.waits.claim", values: { title: row.title } },
    meta: { key: "credits.waits.claimMeta", values: { student: row.studentName } },
    action: { key: ACT, href: "/credits/claims" },
  }));
};

/** What credits bring to 工作台: late make-up for tutor and coordinator, tables to agree on and sign, claims to decide. */
export const waitingCredits: WaitingProvider = {
  name: "credits",
  isFor: ({ organization }) =>
    organization !== null &&
    SCHOOLS.includes(organization.kind) &&
    ["owner", "coordinator", "teacher"].includes(organization.role),
  load: async (person, today) => {
    const { organization } = person;
    if (!organization) return [];
    const actor: Member = { ...person, organization, organizationId: organization.id };
    const late = await makeUps(actor, today);
    if (!mayWrite({ organization })) return late;
    const rest = await Promise.all([tables(organization.id), claims(organization.id)]);
    return [...late, ...rest.flat()].slice(0, AT_MOST);
  },
};
