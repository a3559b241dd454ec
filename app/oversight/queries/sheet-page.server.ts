import { catalogue } from "~/catalogues/queries/catalogue.server";
import { regionName } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { reaches } from "../report-policy";
import { indicatorOf } from "../rules/indicators/catalogue";
import type { IndicatorTable } from "../rules/indicators/indicator";
import { definitionsIn } from "../rules/supplied/definitions";
import { supplyForm } from "../rules/supplied/forms";
import type { ReadLine } from "../rules/supplied/rows";

/** The subject type under which the file of a sheet is kept. */
export const SHEET_FILE = "indicator_sheet";

/** Lines shown of a sheet; those with something against them come first. */
const SHOWN = 300;

/** A sheet somebody may see: their own organization's, or one in force once in the region of their authority; null otherwise. */
export const sheetInReach = async (ctx: MemberCtx, id: string) => {
  const sheet = await read.indicatorSheet.findUnique({ where: { id } });
  if (!sheet) return null;
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  if (!reaches(ctx.actor, regionCode, sheet)) return null;
  const own = sheet.organizationId === ctx.actor.organizationId;
  return own || sheet.state === "confirmed" || sheet.state === "superseded" ? sheet : null;
};

/** The file a sheet was read from, for those who handed it in alone: it holds counts that are not told to others. */
export const sheetFile = async (ctx: MemberCtx, id: string) => {
  const sheet = await sheetInReach(ctx, id);
  if (sheet?.organizationId !== ctx.actor.organizationId) return null;
  const file = await read.storedFile.findFirst({
    where: { subjectType: SHEET_FILE, subjectId: id },
    select: { name: true, mediaType: true, storageKey: true },
  });
  return file ? { sheet, file } : null;
};

/** Counts of persons are told to others on the page of their indicator alone, where what would give few away is withheld. */
const masked = (line: ReadLine): ReadLine & { masked: boolean } =>
  line.indicatorId && supplyForm(line.indicatorId)?.persons
    ? {
        ...line,
        cells: { ...line.cells, numerator: "", denominator: "", note: "" },
        numerator: null,
        denominator: null,
        findings: [],
        notes: [],
        masked: true,
      }
    : { ...line, masked: false };

/**
 * A sheet as it was read: line by line what was understood and what stands against it. Goes in: the member and the id. Comes
 * out: null out of reach; otherwise the sheet, the definitions that changed within its year, and the sheet in force that
 * it would take the place of; to others than its supplier without counts of persons.
 */
export const sheetPage = async (ctx: MemberCtx, id: string) => {
  const sheet = await sheetInReach(ctx, id);
  if (!sheet) return null;
  const { regions } = await catalogue();
  const lines = JSON.parse(sheet.content) as ReadLine[];
  const own = sheet.organizationId === ctx.actor.organizationId;
  const [organization, before] = await Promise.all([
    read.organization.findUniqueOrThrow({ where: { id: sheet.organizationId }, select: { name: true } }),
    read.indicatorSheet.findFirst({
      where: {
        organizationId: sheet.organizationId,
        tableId: sheet.tableId,
        year: sheet.year,
        state: "confirmed",
        id: { not: sheet.id },
      },
      select: { id: true, confirmedAt: true },
    }),
  ]);
  const shown = [...lines]
    .sort((a, b) => Number(b.findings.length > 0) - Number(a.findings.length > 0) || a.line - b.line)
    .slice(0, SHOWN)
    .map((line) => ({
      ...(own ? { ...line, masked: false } : masked(line)),
      indicator: (line.indicatorId && indicatorOf(line.indicatorId)?.title) || null,
      place: line.regionCode ? regionName(regions, line.regionCode) : (line.cells.region ?? ""),
    }));
  const changed = [...new Set(lines.flatMap(({ indicatorId }) => indicatorId ?? []))].flatMap(
    (indicatorId) => {
      const indicator = indicatorOf(indicatorId);
      const definitions = indicator ? definitionsIn(indicator, sheet.year) : [];
      return indicator && definitions.length > 1 ? [{ title: indicator.title, definitions }] : [];
    },
  );
  return {
    id,
    own,
    organization: organization.name,
    authority: lines.some(({ cells }) => cells.region !== undefined),
    tableId: sheet.tableId as IndicatorTable,
    year: sheet.year,
    state: sheet.state as "checked" | "confirmed" | "superseded" | "discarded",
    version: sheet.version,
    fileName: sheet.fileName,
    sha256: sheet.sha256,
    problems: sheet.problems,
    filled: lines.filter(({ empty }) => !empty).length,
    total: lines.length,
    lines: shown,
    changed,
    uploadedBy: sheet.personName,
    uploadedAt: sheet.createdAt.toISOString(),
    confirmedBy: sheet.confirmedByName,
    confirmedAt: sheet.confirmedAt?.toISOString() ?? null,
    supersededById: sheet.supersededById,
    before: before && { id: before.id, at: before.confirmedAt?.toISOString() ?? "" },
  };
};

export type SheetPage = NonNullable<Awaited<ReturnType<typeof sheetPage>>>;
