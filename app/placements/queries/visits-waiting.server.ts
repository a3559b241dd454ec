import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";

/** A teacher's planned visits and drawn calls not yet made; with their days they are in the teacher's calendar too. */
export const waitingVisits: WaitingProvider = {
  name: "visits",
  isFor: ({ organization }) => organization?.kind === "school" && organization.role === "teacher",
  load: async ({ personId, organizationId }) => {
    const plans = await read.visitPlan.findMany({
      where: { teacherId: personId, schoolId: organizationId ?? "", contactId: null },
      orderBy: { plannedOn: "asc" },
      take: 20,
    });
    const placements = await read.placement.findMany({
      where: { id: { in: plans.map((plan) => plan.placementId) }, state: { in: ["in_progress", "paused"] } },
      select: { id: true, studentId: true },
    });
    const students = await read.student.findMany({
      where: { id: { in: placements.map((one) => one.studentId) } },
      select: { id: true, name: true },
    });
    return plans.flatMap((plan) => {
      const placement = placements.find((one) => one.id === plan.placementId);
      if (!placement) return [];
      const name = students.find((one) => one.id === placement.studentId)?.name ?? "";
      const drawn = plan.source === "sample";
      return [
        {
          id: `visit:${plan.id}`,
          due: plan.plannedOn,
          title: { key: drawn ? "followup.waits.call" : "followup.waits.visit", values: { name } },
          meta: { key: drawn ? "followup.waits.callMeta" : "followup.waits.visitMeta" },
          action: { key: "followup.waits.visitAct", href: `/placements/${plan.placementId}/weeks` },
        },
      ];
    });
  },
};
