import type { z } from "zod";
import { openSealedDocument } from "~/agreements/sealed-documents/open.server";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import type { versionForm } from "../schema";
import { openVersionOf, restingAgreement, writeVersion } from "../table-access.server";
import { tableContent } from "../table-content.server";
import { MOST_LINES, tableLine } from "../table-in-force.server";

/**
 * A school agrees to the open version as it stands. Goes in: the table, the version shown. Comes out: whether both have agreed;
 * then the text is frozen and goes to signature. Refuses a foreign table (not found), an empty or changed version and an
 * agreement that no longer runs (conflict).
 */
export const agreeTable = async (
  ctx: MemberCtx,
  tableId: string,
  input: z.output<typeof versionForm>,
): Promise<Result<{ both: boolean }>> =>
  decide(async (tx) => {
    const { table, version, side } = await openVersionOf(tx, ctx, tableId, ["draft"]);
    const now = ctx.clock.now();
    const resting = await restingAgreement(tx, table.agreementId, ctx.actor.organizationId, civilDate(now));
    if (!resting) return reject({ code: "conflict", key: "credits.errors.agreementEnded" });
    const rows = await tx.equivalenceLine.findMany({
      where: { versionId: version.id },
      orderBy: [{ sourceCode: "asc" }, { majorCode: "asc" }],
      take: MOST_LINES,
    });
    if (rows.length === 0) return reject({ code: "conflict", key: "credits.errors.noLines" });
    const agreedFromAt = side === "from" ? now : version.agreedFromAt;
    const agreedToAt = side === "to" ? now : version.agreedToAt;
    const both = agreedFromAt !== null && agreedToAt !== null;
    await record(tx, ctx, {
      subject: { type: "creditTable", id: table.id },
      name: "credit_table.agreed",
      payload: { ordinal: version.ordinal, both },
      audience: [table.fromSchoolId, table.toSchoolId],
    });
    if (!both) {
      await writeVersion(tx, version.id, input.version, { agreedFromAt, agreedToAt, updatedAt: now });
      return { both };
    }
    const schools = await tx.organization.findMany({
      where: { id: { in: [table.fromSchoolId, table.toSchoolId] } },
      select: { id: true, name: true },
    });
    const school = (id: string) => ({ id, name: schools.find((one) => one.id === id)?.name ?? "" });
    const base = await tx.equivalenceVersion.findFirst({
      where: { tableId, state: "signed", sealedAt: { not: null } },
      orderBy: { ordinal: "desc" },
      select: { documentId: true },
    });
    const document = await openSealedDocument(tx, ctx, {
      subjectKind: "creditTable",
      subjectId: table.id,
      ...(base?.documentId ? { baseId: base.documentId } : {}),
      content: tableContent({
        from: school(table.fromSchoolId),
        to: school(table.toSchoolId),
        ordinal: version.ordinal,
        validFrom: version.validFrom,
        until: resting.endsOn > version.validFrom ? resting.endsOn : version.validFrom,
        lines: rows.map(tableLine),
      }),
    });
    await writeVersion(tx, version.id, input.version, {
      agreedFromAt,
      agreedToAt,
      state: "signing",
      documentId: document.id,
      code: document.code,
      updatedAt: now,
    });
    return { both };
  });
