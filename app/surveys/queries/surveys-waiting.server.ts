import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import type { WaitingItem } from "~/marketplace/rules/waiting";
import { read } from "~/platform/db/client.server";
import { mayPrint } from "../policy";

const LOOKED_AT = 50;

/**
 * What surveys bring to 工作台 of a school: slips of paper of an open survey, its own or an authority's, as long as nobody
 * answered by one of them.
 */
export const waitingSurveys: WaitingProvider = {
  name: "surveys",
  isFor: ({ organization }) =>
    organization !== null && organization.kind === "school" && mayPrint({ organization }).ok,
  load: async ({ organizationId }, today) => {
    if (!organizationId) return [];
    const parts = await read.surveySchool.findMany({
      where: { schoolId: organizationId, invited: true, counted: false, onPaper: { gt: 0 } },
      orderBy: { surveyId: "desc" },
      take: LOOKED_AT,
    });
    if (parts.length === 0) return [];
    const surveys = await read.survey.findMany({
      where: {
        id: { in: parts.map(({ surveyId }) => surveyId) },
        state: "running",
        opensOn: { lte: today },
        closesOn: { gte: today },
      },
      orderBy: { closesOn: "asc" },
      take: LOOKED_AT,
    });
    if (surveys.length === 0) return [];
    const used = await read.surveyInvitation.groupBy({
      by: ["surveyId"],
      where: {
        surveyId: { in: surveys.map(({ id }) => id) },
        schoolId: organizationId,
        way: "paper",
        used: true,
      },
    });
    const begun = new Set(used.map(({ surveyId }) => surveyId));
    return surveys
      .filter(({ id }) => !begun.has(id))
      .map(
        ({ id, title, closesOn }): WaitingItem => ({
          id: `survey-slips:${id}`,
          due: closesOn,
          title: { key: "surveys.waits.slips", values: { title } },
          meta: {
            key: "surveys.waits.slipsMeta",
            values: { count: parts.find(({ surveyId }) => surveyId === id)?.onPaper ?? 0 },
          },
          action: { key: "surveys.waits.act", href: `/surveys/${id}/sheets` },
        }),
      );
  },
};
