import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { newId } from "~/platform/id";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import { civilDate } from "~/platform/time/clock";
import { judgeRoster } from "../roster-judge.server";
import { reportData, sealSheet } from "../roster-store.server";
import { ROWS_AT_ONCE, rosterWork } from "../roster-work";
import { rosterColumns } from "../rules/roster-check";
import { ROSTER_COLUMNS } from "../rules/roster-columns";
import { mayImportRoster } from "../student-policy";

/** The largest roll of a school in one file. House rule. */
const MOST_ROWS = 10_000;

/**
 * The dry run of a roster: reads and judges an uploaded spreadsheet and keeps it, sealed, for corrections; the roll is not
 * touched. Goes in: the file as received. Comes out: the import's id, under which the report is found; a file of more than
 * a thousand rows is judged in the background. Refuses who does not
 * keep the roll (forbidden) and a file that is no readable table (beside the field). The same form sent twice is one import.
 */
export const checkRosterFile = async (
  ctx: MemberCtx,
  input: { file: { name: string; bytes: Uint8Array; mediaType: string }; submissionKey?: string | undefined },
): Promise<Result<{ importId: string }>> => {
  const allowed = mayImportRoster(ctx.actor);
  if (!allowed.ok) return allowed;
  const { file, submissionKey } = input;
  const sheet = await readSheet(file, ROSTER_COLUMNS, MOST_ROWS);
  if (!sheet.ok) return sheet;
  const now = ctx.clock.now();
  const { organizationId, personId } = ctx.actor;
  const later = sheet.value.rows.length > ROWS_AT_ONCE;
  const judged = later
    ? { columns: rosterColumns(sheet.value), records: [], issues: [], wrongLines: [] }
    : await judgeRoster(read, organizationId, sheet.value, civilDate(now));
  const fileSha256 = createHash("sha256").update(file.bytes).digest("hex");
  return decide((tx) =>
    once(tx, ctx, submissionKey, { fileSha256 }, async () => {
      const importId = newId(now.getTime());
      await tx.rosterImport.create({
        data: {
          id: importId,
          organizationId,
          uploadedBy: personId,
          fileName: file.name.slice(0, 120),
          fileSha256,
          state: later ? "checking" : "checked",
          sheetSealed: sealSheet(sheet.value),
          ...reportData(sheet.value, judged, 0),
          created: 0,
          updated: 0,
          unchanged: 0,
          createdAt: now,
          version: 1,
        },
      });
      if (later) await enqueue(tx, ctx, [rosterWork("check", importId)]);
      return { importId };
    }),
  );
};
