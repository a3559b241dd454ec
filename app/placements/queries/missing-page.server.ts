import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { answererOf, placementScope } from "../placement-scope.server";
import type { Gap } from "../rules/answers";
import { BOARD_ROWS, gateRows } from "./gate-board.server";
import { askReader } from "./gate-rows.sqlite.server";

/**
 * What the placements being prepared still lack from the reader's side. Goes in: who looks. Comes out: the open facts with
 * how many placements lack each, those placements, and who may be named as guide; null for somebody who is asked nothing.
 */
export const missingPage = async (ctx: PersonCtx) => {
  const scope = await placementScope(read, ctx.actor);
  if (!scope) return null;
  const ids = await read.placement.findMany({
    where: { AND: [scope.where, { state: "preparing" }] },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: BOARD_ROWS,
    select: { id: true },
  });
  const on = civilDate(ctx.clock.now());
  const all = await gateRows(askReader, { ids: ids.map((one) => one.id), states: ["preparing"] }, on);
  const who = answererOf(scope.as, ctx.actor);
  const open = all
    .filter((row) => row.document === null)
    .map((row) => ({ row, gaps: row.gaps.filter((gap) => gap.who === who) }))
    .filter((one) => one.gaps.length > 0);
  const counts = new Map<Gap["key"], number>();
  for (const gap of open.flatMap((one) => one.gaps)) counts.set(gap.key, (counts.get(gap.key) ?? 0) + 1);
  const guides =
    who === "host" || who === "school"
      ? await read.membership.findMany({
          where: {
            organizationId: ctx.actor.organizationId ?? "",
            endedAt: null,
            role: {
              in: who === "host" ? ["mentor", "owner", "coordinator"] : ["teacher", "owner", "coordinator"],
            },
          },
          orderBy: { createdAt: "asc" },
          take: 200,
          select: { personId: true, person: { select: { name: true } } },
        })
      : [];
  return {
    as: scope.as,
    who,
    gaps: [...counts].map(([key, count]) => ({ key, count })),
    rows: open.map(({ row, gaps }) => ({
      id: row.id,
      student: row.studentName,
      className: row.className,
      host: row.hostShort,
      title: row.title,
      startsOn: row.startsOn,
      keys: gaps.map((gap) => gap.key),
    })),
    guides: guides.map((one) => ({ value: one.personId, label: one.person.name })),
    others: all.flatMap((row) => row.gaps).filter((gap) => gap.who !== who).length,
  };
};

export type MissingPage = NonNullable<Awaited<ReturnType<typeof missingPage>>>;
