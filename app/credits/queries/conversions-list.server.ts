import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { namesOf } from "./school-names.server";

const PAGE = 30;

/**
 * Students who come to the actor's school and whose credits are recognised, or wait to be. Goes in: who looks, the key after
 * which to go on. Comes out: thirty rows, those that wait longest first, and the next key.
 */
export const conversionsList = async (ctx: MemberCtx, after: string | null) => {
  const toSchoolId = ctx.actor.organizationId;
  const [dueOn = "", id = ""] = (after ?? "").split("~");
  const rows = await read.transfer.findMany({
    where: {
      toSchoolId,
      state: { in: ["credits", "moved", "returning"] },
      ...(after ? { OR: [{ dueOn: { gt: dueOn } }, { dueOn, id: { gt: id } }] } : {}),
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: PAGE + 1,
    select: { id: true, reference: true, studentName: true, fromSchoolId: true, dueOn: true, state: true },
  });
  const page = rows.slice(0, PAGE);
  const conversions = await read.creditConversion.findMany({
    where: { transferId: { in: page.map((row) => row.id) } },
    select: { transferId: true, state: true },
  });
  const names = await namesOf(page.map((row) => row.fromSchoolId));
  const last = page.at(-1);
  return {
    next: rows.length > PAGE && last ? `${last.dueOn}~${last.id}` : null,
    rows: page.map((row) => ({
      id: row.id,
      reference: row.reference,
      name: row.studentName,
      from: names.get(row.fromSchoolId) ?? "",
      due: row.dueOn.startsWith("9999") ? null : row.dueOn,
      moved: row.state !== "credits",
      state: conversions.find((one) => one.transferId === row.id)?.state ?? "open",
    })),
  };
};
