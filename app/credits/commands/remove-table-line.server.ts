import type { z } from "zod";
import type { MemberCtx } from "~/identity/actor";
import { decide, reject } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import type { Result } from "~/platform/result";
import type { removeLineForm } from "../schema";
import { openVersionOf, writeVersion } from "../table-access.server";

/** Either school takes a line out of the open version; both must agree again. Refuses as `setTableLine` does. */
export const removeTableLine = async (
  ctx: MemberCtx,
  tableId: string,
  input: z.output<typeof removeLineForm>,
): Promise<Result<null>> =>
  decide(async (tx) => {
    const { table, version } = await openVersionOf(tx, ctx, tableId, ["draft"]);
    const line = await tx.equivalenceLine.findFirst({ where: { id: input.line, versionId: version.id } });
    if (!line) return reject({ code: "not_found", key: "errors.notFound" });
    await writeVersion(tx, version.id, input.version, {
      agreedFromAt: null,
      agreedToAt: null,
      updatedAt: ctx.clock.now(),
    });
    await tx.equivalenceLine.delete({ where: { id: line.id } });
    await record(tx, ctx, {
      subject: { type: "creditTable", id: table.id },
      name: "credit_table.line_removed",
      payload: { ordinal: version.ordinal, source: line.sourceCode },
      audience: [table.fromSchoolId, table.toSchoolId],
    });
    return null;
  });
