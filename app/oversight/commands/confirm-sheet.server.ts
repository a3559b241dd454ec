import type { MemberCtx } from "~/identity/actor";
import { insertMany } from "~/platform/db/insert-many.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { maySupply } from "../report-policy";
import type { ReadLine } from "../rules/supplied/rows";

/**
 * Makes the figures of a looked-at sheet count, all of them or none. Goes in: the sheet's id and the version that was
 * seen. Comes out: how many figures; confirming twice does nothing twice. An earlier sheet of the table and year is
 * superseded and stays readable; an authority's figure takes the place of another authority's for the same place. Refuses
 * foreign sheets (not found), roles that may not, sheets with anything standing against a cell or without any figure.
 */
export const confirmSheet = async (
  ctx: MemberCtx,
  input: { id: string; version: number },
): Promise<Result<{ figures: number }>> => {
  const allowed = maySupply(ctx.actor);
  if (!allowed.ok) return allowed;
  const { organizationId } = ctx.actor;
  return decide(async (tx) => {
    const sheet = await tx.indicatorSheet.findFirst({ where: { id: input.id, organizationId } });
    if (!sheet) return reject({ code: "not_found", key: "errors.notFound" });
    const lines = (JSON.parse(sheet.content) as ReadLine[]).filter(({ empty }) => !empty);
    if (sheet.state === "confirmed") return { figures: lines.length };
    if (sheet.state !== "checked") return reject({ code: "conflict", key: "reports.errors.notOpen" });
    if (sheet.problems > 0) return reject({ code: "invalid", key: "reports.errors.stillWrong" });
    if (lines.length === 0) return reject({ code: "invalid", key: "reports.errors.nothingFilled" });
    const at = ctx.clock.now();
    const moved = await tx.indicatorSheet.updateMany({
      where: { id: sheet.id, version: input.version, state: "checked" },
      data: {
        state: "confirmed",
        confirmedAt: at,
        confirmedByName: ctx.actor.name,
        version: { increment: 1 },
      },
    });
    if (moved.count === 0) return stale();
    const earlier = await tx.indicatorSheet.findMany({
      where: {
        organizationId,
        tableId: sheet.tableId,
        year: sheet.year,
        state: "confirmed",
        id: { not: sheet.id },
      },
      select: { id: true },
    });
    const ids = earlier.map(({ id }) => id);
    await tx.indicatorSheet.updateMany({
      where: { id: { in: ids } },
      data: { state: "superseded", supersededById: sheet.id, version: { increment: 1 } },
    });
    await tx.suppliedFigure.updateMany({ where: { sheetId: { in: ids } }, data: { standing: false } });
    const rows = lines.map((line) => ({
      sheetId: sheet.id,
      line: line.line,
      indicatorId: line.indicatorId ?? "",
      year: sheet.year,
      organizationId,
      regionCode: line.regionCode ?? sheet.regionCode,
      numerator: line.numerator ?? 0,
      denominator: line.denominator,
      note: line.cells.note ?? "",
      standing: 1,
    }));
    if (ctx.actor.organization.kind === "authority")
      await tx.$executeRaw`UPDATE SuppliedFigure SET standing = 0 WHERE standing = 1 AND year = ${sheet.year}
        AND (indicatorId, regionCode) IN (SELECT value ->> 'indicatorId', value ->> 'regionCode'
          FROM json_each(${JSON.stringify(rows)}))`;
    await insertMany(tx, "SuppliedFigure", rows);
    await record(tx, ctx, {
      subject: { type: "indicator_sheet", id: sheet.id },
      name: "sheet.confirmed",
      payload: {
        table: sheet.tableId,
        year: sheet.year,
        figures: rows.length,
        sha256: sheet.sha256,
        superseded: ids,
      },
      audience: [organizationId],
    });
    return { figures: rows.length };
  });
};
