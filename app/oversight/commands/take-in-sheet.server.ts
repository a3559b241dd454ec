import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide } from "~/platform/decide.server";
import { attachFile, putFile } from "~/platform/files/store.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { type Result, refuse } from "~/platform/result";
import { SHEET_FILE } from "../queries/sheet-page.server";
import { readFigureSheet } from "../read-figure-sheet.server";
import { maySupply, supplierOf } from "../report-policy";
import type { IndicatorTable } from "../rules/indicators/indicator";
import { sheetTables } from "../rules/supplied/forms";
import { problemsIn } from "../rules/supplied/rows";

/**
 * Takes in a sheet of supplied figures for looking at; no figure changes before it is confirmed. Goes in: table, year, the
 * file. Comes out: the sheet's id, and whether the same file was taken in before: then that sheet is meant. Refuses roles
 * and organizations that supply nothing, tables that are not theirs, and what `readFigureSheet` refuses.
 */
export const takeInSheet = async (
  ctx: MemberCtx,
  input: { table: IndicatorTable; year: string },
  file: ReceivedFile,
): Promise<Result<{ id: string; again: boolean }>> => {
  const allowed = maySupply(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId } = ctx.actor;
  const supplier = supplierOf(ctx.actor.organization.kind);
  if (!supplier || !sheetTables(supplier).includes(input.table))
    return refuse("invalid", "errors.checkFields", {
      fields: [{ field: "table", key: "reports.errors.table" }],
    });
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const place = { organizationId, tableId: input.table, year: input.year, sha256 };
  const known = await read.indicatorSheet.findUnique({
    where: { organizationId_tableId_year_sha256: place },
    select: { id: true, state: true },
  });
  if (known && known.state !== "discarded") return { ok: true, value: { id: known.id, again: true } };
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true },
  });
  const lines = await readFigureSheet(file, { ...input, supplier, regionCode });
  if (!lines.ok) return lines;
  const at = ctx.clock.now();
  const stored = await putFile(file.bytes);
  const said = {
    regionCode,
    fileName: file.name.slice(0, 200),
    state: "checked",
    content: JSON.stringify(lines.value),
    problems: problemsIn(lines.value),
    personId: ctx.actor.personId,
    personName: ctx.actor.name,
    createdAt: at,
  };
  return decide(async (tx) => {
    const earlier = await tx.indicatorSheet.findUnique({
      where: { organizationId_tableId_year_sha256: place },
      select: { id: true, state: true },
    });
    if (earlier && earlier.state !== "discarded") return { id: earlier.id, again: true };
    if (earlier) {
      await tx.indicatorSheet.update({
        where: { id: earlier.id },
        data: { ...said, version: { increment: 1 } },
      });
      return { id: earlier.id, again: false };
    }
    const id = newId(at.getTime());
    await tx.indicatorSheet.create({ data: { id, ...place, ...said, version: 1 } });
    await attachFile(tx, {
      stored,
      name: file.name,
      mediaType: file.mediaType,
      subject: { type: SHEET_FILE, id },
      organizationId,
      uploadedBy: ctx.actor.personId,
      at,
    });
    return { id, again: false };
  });
};
