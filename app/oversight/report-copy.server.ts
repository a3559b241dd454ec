import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { translatorFor } from "~/words/translator.server";
import { renderReportPdf } from "./pdf/render-report.server";
import { markText } from "./report-log.server";
import { sheetOfReport } from "./report-sources.server";
import type { ReportKind } from "./rules/report-kinds";

/** The subject type under which a drawn copy is kept. */
export const COPY_FILE = "report_copy";

/**
 * Draws the copy of a report that stands in the log under the delivery's download, with its watermark; called again after a
 * crash it does nothing twice.
 */
export const drawCopy: DeliveryHandler = async ({ downloadId }) => {
  const download = await read.reportDownload.findUnique({ where: { id: String(downloadId) } });
  if (!download) return;
  const subject = { subjectType: COPY_FILE, subjectId: download.id };
  if (await read.storedFile.findFirst({ where: subject, select: { id: true } })) return;
  const sheet = await sheetOfReport(download.kind as ReportKind, download.subjectId);
  if (!sheet) return;
  const watermark = markText(
    {
      organization: download.readerOrgName,
      person: download.readerName,
      at: download.at.toISOString(),
      reference: download.reference,
    },
    translatorFor("zh-CN"),
  );
  const stored = await putFile(await renderReportPdf({ ...sheet, watermark }));
  await inTransaction(async (tx) => {
    if (await tx.storedFile.findFirst({ where: subject, select: { id: true } })) return;
    await attachFile(tx, {
      stored,
      name: `${download.title} ${download.reference}.pdf`,
      mediaType: "application/pdf",
      subject: { type: COPY_FILE, id: download.id },
      organizationId: download.readerOrgId,
      uploadedBy: download.readerId,
      at: systemClock.now(),
    });
  });
};
