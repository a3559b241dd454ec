import { regionPrefix } from "~/catalogues/rules/regions";
import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { read } from "~/platform/db/client.server";
import { translatorFor } from "~/words/translator.server";

import { authorityRegionOf } from "../transfer-access.server";
import { schoolNames, transfersWaiting } from "./transfers-list.server";

const KINDS = ["school", "general_school", "authority"];
const AT_MOST = 20;

const objectionsFor = async (schoolId: string): Promise<WaitingItem[]> => {
  const notices = await read.transferNotice.findMany({
    where: { schoolId, state: "open" },
    take: 50,
    select: { id: true, windowId: true },
  });
  const rows = await read.transferObjection.findMany({
    where: { noticeId: { in: notices.map((one) => one.id) }, answeredAt: null },
    orderBy: { answerBy: "asc" },
    take: AT_MOST,
  });
  return rows.map((row) => ({
    id: `transfer-objection:${row.id}`,
    due: row.answerBy,
    title: { key: "transfers.waits.objection" },
    meta: { key: `transfers.notice.ground.${row.ground}` },
    action: {
      key: "transfers.waits.act",
      href: `/transfers/assessment/${notices.find((one) => one.id === row.noticeId)?.windowId}`,
    },
  }));
};

const forAuthority = async (region: string): Promise<WaitingItem[]> => {
  const prefix = regionPrefix(region);
  const inside = { gte: prefix, lt: `${prefix}~` };
  const [claims, general] = await Promise.all([
    read.registrationClaim.findMany({
      where: { outcome: null, regionCode: inside },
      orderBy: { createdAt: "asc" },
      take: AT_MOST,
    }),
    read.organization.findMany({
      where: { kind: "general_school", regionCode: inside },
      take: 2_000,
      select: { id: true },
    }),
  ]);
  const pairings = await read.transferPairing.findMany({
    where: { state: "proposed", generalId: { in: general.map((one) => one.id) } },
    orderBy: { createdAt: "asc" },
    take: AT_MOST,
  });
  const names = await schoolNames(pairings.flatMap((one) => [one.vocationalId, one.generalId]));
  return [
    ...claims.map((claim) => ({
      id: `registration-claim:${claim.id}`,
      due: null,
      title: { key: "transfers.waits.claim", values: { name: claim.name } },
      meta: { key: "transfers.waits.claimMeta" },
      action: { key: "transfers.waits.act", href: "/transfers/movements" },
    })),
    ...pairings.map((pairing) => ({
      id: `transfer-pairing:${pairing.id}`,
      due: null,
      title: {
        key: "transfers.waits.pairing",
        values: {
          vocational: names.get(pairing.vocationalId) ?? "",
          general: names.get(pairing.generalId) ?? "",
        },
      },
      meta: { key: "transfers.waits.pairingMeta" },
      action: { key: "transfers.waits.act", href: "/transfers/pairings" },
    })),
  ];
};

/** What transfers bring to 工作台: steps that are the reader's, objections to answer, pairings and claims to decide. */
export const waitingTransfers: WaitingProvider = {
  name: "transfers",
  isFor: ({ organization }) =>
    organization === null ||
    organization.role === "student" ||
    (KINDS.includes(organization.kind) && mayWrite({ organization })),
  load: async (person) => {
    const t = translatorFor(person.language === "en" ? "en" : "zh-CN").any;
    const rows = await transfersWaiting(person, AT_MOST);
    const own = rows.map(
      (row): WaitingItem => ({
        id: `transfer:${row.id}`,
        due: row.due,
        title: {
          key: "transfers.waits.title",
          values: { reference: row.reference, task: t(`transfers.task.${row.state}`) },
        },
        meta: { key: "transfers.waits.meta", values: { from: row.from, to: row.to } },
        action: { key: "transfers.waits.act", href: `/transfers/${row.id}` },
      }),
    );
    const staff = person.organization !== null && person.organization.role !== "student";
    const region = staff ? await authorityRegionOf(read, person) : null;
    if (region) return [...own, ...(await forAuthority(region))].slice(0, AT_MOST);
    const school = staff ? await objectionsFor(person.organization?.id ?? "") : [];
    return [...own, ...school].slice(0, AT_MOST);
  },
};
