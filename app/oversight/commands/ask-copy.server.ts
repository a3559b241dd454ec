import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { enqueue } from "~/platform/outbox/enqueue.server";
import { once } from "~/platform/outbox/once.server";
import type { Result } from "~/platform/result";
import { logDownload } from "../report-log.server";
import { drawableReport } from "../report-sources.server";
import type { ReportKind } from "../rules/report-kinds";

/** Drawn copies one person may ask for within a day: each takes the machine about a second. House rule. */
const MOST_A_DAY = 60;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Asks for a PDF copy of a report: it goes into the log at once and is drawn by a job with the reader's watermark. Goes in:
 * the kind and id of the report, the form's key. Comes out: the download's id. Refuses reports out of reach (not found) and
 * a sixty-first copy within a day.
 */
export const askCopy = async (
  ctx: MemberCtx,
  input: { kind: ReportKind; subjectId: string; submissionKey?: string | undefined },
): Promise<Result<{ id: string }>> => {
  const subject = await drawableReport(ctx, input.kind, input.subjectId);
  return decide(async (tx) => {
    if (!subject) return reject({ code: "not_found", key: "errors.notFound" });
    const { submissionKey, ...asked } = input;
    return once(tx, ctx, submissionKey, asked, async () => {
      const since = new Date(ctx.clock.now().getTime() - DAY_MS);
      const taken = await tx.reportDownload.count({
        where: {
          readerOrgId: ctx.actor.organizationId,
          readerId: ctx.actor.personId,
          format: "pdf",
          at: { gt: since },
        },
      });
      if (taken >= MOST_A_DAY) return reject({ code: "limited", key: "reports.errors.tooManyCopies" });
      const { id } = await logDownload(tx, ctx, subject, "pdf");
      await enqueue(tx, ctx, [
        { kind: "report.copy", key: `report.copy:${id}`, payload: { downloadId: id } },
      ]);
      return { id };
    });
  });
};
