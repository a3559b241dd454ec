import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { systemClock } from "~/platform/time/clock";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { figureText, fractionText } from "./components/figure-text";
import type { ReportSheet } from "./pdf/ReportPdf";
import { renderReportPdf } from "./pdf/render-report.server";
import { REPORT_FILE } from "./queries/snapshot-page.server";
import { INDICATOR_TABLES } from "./rules/indicators/indicator";
import type { KeptFigure, SnapshotContent } from "./rules/indicators/snapshot";

type Taken = { takenByName: string; takenAt: Date; sha256: string; organization: string };

/** The words of a report, from the snapshot alone: the same snapshot always gives the same sheet. */
export const reportSheet = (content: SnapshotContent, taken: Taken): ReportSheet => {
  const translator = translatorFor("zh-CN");
  const t = translator.room("indicators");
  const at = (instant: string) => absoluteText(instant, "zh-CN");
  const notes = ({ definition, exclusions }: KeptFigure): string => {
    const left = exclusions.map(({ reason, count }) =>
      t("page.excludedItem", { reason: translator.any(`indicators.exclusion.${reason}`), count }),
    );
    return left.length > 0
      ? `${definition.zh}${t("snapshot.leftOut", { list: left.join("；") })}`
      : definition.zh;
  };
  return {
    heading: t("snapshot.heading", { year: content.year }),
    place: content.place,
    facts: [
      { label: t("column.at"), value: t("snapshot.asOf", { when: at(content.asOf) }) },
      {
        label: t("snapshot.title"),
        value: t("snapshot.taken", { when: at(taken.takenAt.toISOString()), name: taken.takenByName }),
      },
      { label: t("snapshot.hash"), value: taken.sha256 },
      { label: t("page.definition"), value: t("houseRule") },
    ],
    mark: t("snapshot.printed", { organization: taken.organization, hash: taken.sha256.slice(0, 16) }),
    columns: [t("column.indicator"), t("column.value"), t("column.fraction")],
    tables: INDICATOR_TABLES.map((table) => ({
      title: t(`table.${table}`),
      rows: content.figures
        .filter((figure) => figure.table === table)
        .map((figure) => ({
          name: figure.title.zh,
          value: figureText(figure, figure.unit, t),
          fraction: fractionText(figure),
          notes: notes(figure),
        })),
    })),
  };
};

/** Draws the yearly report of the snapshot named in the delivery; called again after a crash it does nothing twice. */
export const drawReport: DeliveryHandler = async ({ snapshotId }) => {
  const row = await read.indicatorSnapshot.findUnique({ where: { id: String(snapshotId) } });
  if (!row) return;
  const subject = { subjectType: REPORT_FILE, subjectId: row.id };
  if (await read.storedFile.findFirst({ where: subject, select: { id: true } })) return;
  const { name } = await read.organization.findUniqueOrThrow({
    where: { id: row.organizationId },
    select: { name: true },
  });
  const content = JSON.parse(row.content) as SnapshotContent;
  const { takenByName, takenAt, sha256 } = row;
  const sheet = reportSheet(content, { takenByName, takenAt, sha256, organization: name });
  const stored = await putFile(await renderReportPdf(sheet));
  await inTransaction(async (tx) => {
    if (await tx.storedFile.findFirst({ where: subject, select: { id: true } })) return;
    await attachFile(tx, {
      stored,
      name: `${content.place} ${sheet.heading}.pdf`,
      mediaType: "application/pdf",
      subject: { type: REPORT_FILE, id: row.id },
      organizationId: row.organizationId,
      uploadedBy: takenByName,
      at: systemClock.now(),
    });
  });
};
