import { mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { supplierOf } from "../report-policy";

const MOST = 10;

/** What sheets bring to 工作台: those that were uploaded and wait to be confirmed or mended. */
export const waitingSheets: WaitingProvider = {
  name: "sheets",
  isFor: ({ organization }) =>
    organization !== null && supplierOf(organization.kind) !== null && mayWrite({ organization }),
  load: async ({ organizationId }) => {
    if (!organizationId) return [];
    const sheets = await read.indicatorSheet.findMany({
      where: { organizationId, state: "checked" },
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: MOST,
      select: { id: true, fileName: true, problems: true },
    });
    return sheets.map(({ id, fileName, problems }) => ({
      id: `sheet:${id}`,
      due: null,
      title: {
        key: problems > 0 ? "reports.waits.mend" : "reports.waits.confirm",
        values: { file: fileName },
      },
      meta: { key: "reports.waits.cells", values: { count: problems } },
      action: { key: "reports.waits.act", href: `/oversight/sheets/${id}` },
    }));
  },
};
