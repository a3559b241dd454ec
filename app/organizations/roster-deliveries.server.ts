import { z } from "zod";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import type { DeliveryHandler } from "~/platform/outbox/worker.server";
import { civilDate, systemClock } from "~/platform/time/clock";
import { writeStoredRoster } from "./commands/write-stored-roster.server";
import { judgeRoster } from "./roster-judge.server";
import { openSheet, readReport, reportData } from "./roster-store.server";

const named = z.object({ importId: z.string() });

/** Judges a large roster in the background; what was judged, discarded or corrected meanwhile is left alone. */
export const deliverRosterCheck: DeliveryHandler = async (payload) => {
  const { importId } = named.parse(payload);
  const stored = await read.rosterImport.findUnique({ where: { id: importId } });
  if (stored?.state !== "checking" || !stored.sheetSealed) return;
  const sheet = openSheet(stored.sheetSealed);
  const judged = await judgeRoster(read, stored.organizationId, sheet, civilDate(systemClock.now()));
  const data = reportData(sheet, judged, readReport(stored.report).corrected);
  await inTransaction((tx) =>
    tx.rosterImport.updateMany({
      where: { id: importId, version: stored.version, state: "checking" },
      data: { ...data, state: "checked", version: { increment: 1 } },
    }),
  );
};

/** Writes a large roster in the background; where it cannot be written any more, the import says why and waits again. */
export const deliverRosterApply: DeliveryHandler = async (payload) => {
  const { importId } = named.parse(payload);
  const stored = await read.rosterImport.findUnique({ where: { id: importId } });
  if (stored?.state !== "writing") return;
  const person = await read.person.findUnique({ where: { id: stored.uploadedBy }, select: { name: true } });
  const ctx = {
    actor: {
      kind: "person" as const,
      personId: stored.uploadedBy,
      organizationId: stored.organizationId,
      name: person?.name ?? "",
    },
    clock: systemClock,
    requestId: newId(),
  };
  const written = await writeStoredRoster(ctx, { importId, version: stored.version });
  if (written.ok) return;
  const { key } = written.refusal;
  await inTransaction((tx) =>
    tx.rosterImport.updateMany({
      where: { id: importId, state: "writing" },
      data: { state: "checking", stopped: key, version: { increment: 1 } },
    }),
  );
  await deliverRosterCheck({ importId }, { id: importId, key: importId });
};
