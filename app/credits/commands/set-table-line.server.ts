import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { invalidField, type Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { coursesOn } from "../course-versions.server";
import type { TableLineForm } from "../schema";
import { openVersionOf, writeVersion } from "../table-access.server";
import { MOST_LINES } from "../table-in-force.server";

/**
 * Either school says what one course counts for, in the open version. Goes in: the source course, the kind of recognition,
 * the destination course, the lowest grade and the share where it is similar. Comes out: nothing; what was there for this
 * course and major is replaced, and both schools must agree again. Refuses a foreign table (not found), a version that is not
 * being edited or changed meanwhile (conflict), courses the catalogues do not hold (invalid, beside their field).
 */
export const setTableLine = async (
  ctx: MemberCtx,
  tableId: string,
  input: TableLineForm,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { table, version } = await openVersionOf(tx, ctx, tableId, ["draft"]);
    const now = ctx.clock.now();
    const today = civilDate(now);
    const on = version.validFrom > today ? version.validFrom : today;
    const source = (await coursesOn(tx, table.fromSchoolId, on, null)).find(
      (one) => one.code === input.sourceCode,
    );
    if (!source) return reject(invalidField("sourceCode", "credits.errors.noCourse").refusal);
    const destination = input.destinationCode
      ? (await coursesOn(tx, table.toSchoolId, on, null)).find((one) => one.code === input.destinationCode)
      : null;
    if (destination === undefined) {
      return reject(invalidField("destinationCode", "credits.errors.noCourse").refusal);
    }
    const kept = input.type === "elective" ? null : destination;
    const similar = input.type === "similar";
    const place = {
      versionId: version.id,
      sourceCode: source.code,
      majorCode: kept?.majorCode ?? "",
    };
    const said = {
      sourceName: source.name,
      sourceCenti: source.creditsCenti,
      type: input.type,
      destinationCode: kept?.code ?? null,
      destinationName: kept?.name ?? null,
      destinationCenti: kept?.creditsCenti ?? 0,
      minimumCenti: similar ? Math.round((input.minimum ?? 60) * 100) : 0,
      shareBp: similar || input.type === "elective" ? Math.round((input.share ?? 100) * 100) : 10_000,
      note: input.note ?? "",
    };
    await writeVersion(tx, version.id, input.version, {
      agreedFromAt: null,
      agreedToAt: null,
      updatedAt: now,
    });
    const known = await tx.equivalenceLine.findUnique({
      where: { versionId_sourceCode_majorCode: place },
      select: { id: true },
    });
    const count = await tx.equivalenceLine.count({ where: { versionId: version.id } });
    if (!known && count >= MOST_LINES) {
      return reject(invalidField("sourceCode", "credits.errors.tooManyLines", { max: MOST_LINES }).refusal);
    }
    await tx.equivalenceLine.upsert({
      where: { versionId_sourceCode_majorCode: place },
      create: { id: newId(now.getTime()), ...place, ...said },
      update: said,
    });
    await record(tx, ctx, {
      subject: { type: "creditTable", id: table.id },
      name: "credit_table.line_set",
      payload: {
        ordinal: version.ordinal,
        source: source.code,
        type: input.type,
        destination: said.destinationCode,
        minimumCenti: said.minimumCenti,
        shareBp: said.shareBp,
      },
      audience: [table.fromSchoolId, table.toSchoolId],
    });
    return null;
  });
