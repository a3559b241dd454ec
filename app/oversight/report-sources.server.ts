import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { translatorFor } from "~/words/translator.server";
import { bulletinSheet } from "./bulletin-sheet.server";
import { dossierSheet } from "./dossier-files.server";
import type { ReportSheet } from "./pdf/ReportPdf";
import { bulletinIssue } from "./queries/bulletins-page.server";
import { dossierPage } from "./queries/dossiers-page.server";
import type { ReportSubject } from "./report-log.server";
import { reportSheet } from "./report-sheet.server";
import type { BulletinContent } from "./rules/bulletins/content";
import type { DossierContent } from "./rules/dossiers/content";
import type { SnapshotContent } from "./rules/indicators/snapshot";
import type { ReportKind } from "./rules/report-kinds";

type Source = {
  /** the report where the member may have it; null otherwise */
  find: (ctx: MemberCtx, id: string) => Promise<ReportSubject | null>;
  /** its words for a PDF, from what is frozen alone; null once there is nothing to draw */
  sheet: (id: string) => Promise<ReportSheet | null>;
};

const regionOf = async (organizationId: string): Promise<string> =>
  (
    await read.organization.findUniqueOrThrow({
      where: { id: organizationId },
      select: { regionCode: true },
    })
  ).regionCode;

const SNAPSHOT: Source = {
  find: async (ctx, id) => {
    const found = await read.indicatorSnapshot.findFirst({
      where: { id, organizationId: ctx.actor.organizationId },
      select: { content: true },
    });
    if (!found) return null;
    const { place, year } = JSON.parse(found.content) as SnapshotContent;
    const t = translatorFor("zh-CN").room("indicators");
    return {
      kind: "snapshot",
      subjectId: id,
      organizationId: ctx.actor.organizationId,
      regionCode: await regionOf(ctx.actor.organizationId),
      title: `${place} ${t("snapshot.heading", { year })}`,
    };
  },
  sheet: async (id) => {
    const row = await read.indicatorSnapshot.findUnique({ where: { id } });
    if (!row) return null;
    const { name } = await read.organization.findUniqueOrThrow({
      where: { id: row.organizationId },
      select: { name: true },
    });
    const { takenByName, takenAt, sha256 } = row;
    const content = JSON.parse(row.content) as SnapshotContent;
    return reportSheet(content, { takenByName, takenAt, sha256, organization: name });
  },
};

const BULLETIN: Source = {
  find: async (ctx, id) => {
    const issue = await bulletinIssue(ctx, id);
    if (!issue) return null;
    const { organizationId, regionCode, title, period } = issue;
    return { kind: "bulletin", subjectId: id, organizationId, regionCode, title: `${title} ${period}` };
  },
  sheet: async (id) => {
    const row = await read.bulletinIssue.findUnique({ where: { id } });
    if (!row) return null;
    return bulletinSheet(JSON.parse(row.content) as BulletinContent, {
      at: row.drawnAt.toISOString(),
      sha256: row.sha256,
    });
  },
};

const DOSSIER: Source = {
  find: async (ctx, id) => {
    const page = await dossierPage(ctx, id);
    if (!page) return null;
    const { organizationId, regionCode, content } = page;
    const title = `${content.organization} ${content.title.zh}`;
    return { kind: "dossier", subjectId: id, organizationId, regionCode, title };
  },
  sheet: async (id) => {
    const row = await read.dossier.findUnique({ where: { id } });
    if (!row) return null;
    const { byName, sha256 } = row;
    return dossierSheet(JSON.parse(row.content) as DossierContent, {
      at: row.at.toISOString(),
      byName,
      sha256,
    });
  },
};

/** Every kind of report that can be drawn as a PDF. */
const SOURCES: Partial<Record<ReportKind, Source>> = {
  snapshot: SNAPSHOT,
  bulletin: BULLETIN,
  dossier: DOSSIER,
};

/** A report that can be drawn, where the member may have it. Goes in: the member, its kind and id. Comes out: null otherwise. */
export const drawableReport = async (
  ctx: MemberCtx,
  kind: ReportKind,
  id: string,
): Promise<ReportSubject | null> => (await SOURCES[kind]?.find(ctx, id)) ?? null;

/** The words of a report for its PDF; null where there is none of it. */
export const sheetOfReport = async (kind: ReportKind, id: string): Promise<ReportSheet | null> =>
  (await SOURCES[kind]?.sheet(id)) ?? null;
