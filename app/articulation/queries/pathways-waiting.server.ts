import { regionRange } from "~/catalogues/rules/regions";
import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { authorityRegionOf } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";

const AT_MOST = 20;

type Line = { id: string; title: string };

const item = (line: Line, task: "confirm" | "approve" | "start"): WaitingItem => ({
  id: `articulation-${task}:${line.id}`,
  due: null,
  title: { key: `articulation.waits.${task}`, values: { title: line.title } },
  meta: { key: `articulation.waits.${task}Meta` },
  action: { key: `articulation.waits.${task}Act`, href: `/pathways/${line.id}` },
});

const forAuthority = async (region: string): Promise<WaitingItem[]> => {
  const { from, before } = regionRange(region);
  const rows = await read.articulationPathway.findMany({
    where: { state: "confirmed", regionCode: { gte: from, lt: before } },
    orderBy: { id: "asc" },
    take: AT_MOST,
    select: { id: true, title: true },
  });
  return rows.map((row) => item(row, "approve"));
};

const resultsDue = async (schoolId: string, today: string): Promise<WaitingItem[]> => {
  const cohorts = await read.articulationCohort.findMany({
    where: { schoolId, examinationOn: { lte: today }, open: { gt: 0 } },
    orderBy: { examinationOn: "asc" },
    take: AT_MOST,
  });
  const pathways = await read.articulationPathway.findMany({
    where: { id: { in: cohorts.map((one) => one.pathwayId) }, state: { in: ["running", "closed"] } },
    select: { id: true, title: true },
  });
  return cohorts.flatMap((cohort): WaitingItem[] => {
    const pathway = pathways.find((one) => one.id === cohort.pathwayId);
    if (!pathway) return [];
    return [
      {
        id: `articulation-results:${cohort.id}`,
        due: cohort.examinationOn,
        title: {
          key: "articulation.waits.results",
          values: { title: pathway.title, year: cohort.intakeYear, count: cohort.open },
        },
        meta: { key: "articulation.waits.resultsMeta", values: { on: cohort.examinationOn } },
        action: {
          key: "articulation.waits.resultsAct",
          href: `/pathways/${pathway.id}/cohorts/${cohort.id}`,
        },
      },
    ];
  });
};

/** What pathways bring to 工作台: a partner's word, the authority's approval, a start, results that are due. */
export const waitingPathways: WaitingProvider = {
  name: "articulation",
  isFor: ({ organization }) =>
    organization !== null &&
    ["school", "enterprise", "authority"].includes(organization.kind) &&
    (mayWrite({ organization }) || organization.role === "teacher"),
  load: async (person, today) => {
    const { organization } = person;
    if (!organization) return [];
    const region = await authorityRegionOf(read, person);
    if (region !== null) return forAuthority(region);
    const due = organization.kind === "school" ? await resultsDue(organization.id, today) : [];
    if (!mayWrite({ organization })) return due;
    const asked = await read.articulationPartner.findMany({
      where: { organizationId: organization.id, state: "asked" },
      take: AT_MOST,
      select: { pathwayId: true },
    });
    const [toConfirm, toStart] = await Promise.all([
      read.articulationPathway.findMany({
        where: { id: { in: asked.map((one) => one.pathwayId) }, state: "proposed" },
        orderBy: { id: "asc" },
        take: AT_MOST,
        select: { id: true, title: true },
      }),
      read.articulationPathway.findMany({
        where: { founderId: organization.id, state: "approved" },
        orderBy: { id: "asc" },
        take: AT_MOST,
        select: { id: true, title: true },
      }),
    ]);
    return [
      ...due,
      ...toConfirm.map((row) => item(row, "confirm")),
      ...toStart.map((row) => item(row, "start")),
    ].slice(0, AT_MOST);
  },
};
