import type { PersonCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { recordsOf, stateOf } from "../round-access.server";

const PAGE = 20;

type Reader = "school" | "host" | "student";

/** Who reads: staff of a school, of another organization, or a student with a record. */
export const readerOf = (ctx: PersonCtx): Reader => {
  const { organization } = ctx.actor;
  if (!organization || organization.role === "student") return "student";
  return organization.kind === "school" ? "school" : "host";
};

const scopeOf = async (ctx: PersonCtx, reader: Reader) => {
  const organizationId = ctx.actor.organizationId ?? "";
  if (reader === "school")
    return { schools: { some: { schoolId: organizationId, state: { not: "declined" } } } };
  if (reader === "host") return { openedAt: { not: null }, slots: { some: { hostId: organizationId } } };
  const own = await recordsOf(read, ctx.actor.personId);
  return { openedAt: { not: null }, students: { some: { studentId: { in: own } } } };
};

/**
 * The rounds somebody has a part in, the newest first, twenty a page. In: who looks and the id after which to go on. Out:
 * rows with what has been given so far, and the next key.
 */
export const roundsList = async (ctx: PersonCtx, after: string | null) => {
  const reader = readerOf(ctx);
  const rows = await read.round.findMany({
    where: { ...(await scopeOf(ctx, reader)), ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const ids = page.map(({ id }) => id);
  const [schools, entered, chosen, slots] = await Promise.all([
    read.organization.findMany({
      where: { id: { in: page.map(({ schoolId }) => schoolId) } },
      select: { id: true, name: true },
    }),
    read.roundStudent.groupBy({ by: ["roundId"], where: { roundId: { in: ids } }, _count: { _all: true } }),
    read.roundStudent.groupBy({
      by: ["roundId"],
      where: { roundId: { in: ids }, chosenAt: { not: null } },
      _count: { _all: true },
    }),
    read.roundSlot.groupBy({
      by: ["roundId"],
      where: { roundId: { in: ids }, withdrawnAt: null },
      _sum: { capacity: true },
    }),
  ]);
  const count = (list: readonly { roundId: string; _count: { _all: number } }[], id: string) =>
    list.find((one) => one.roundId === id)?._count._all ?? 0;
  return {
    reader,
    rows: page.map((round) => {
      const state = stateOf(round);
      return {
        id: round.id,
        name: round.name,
        school: schools.find(({ id }) => id === round.schoolId)?.name ?? "",
        state,
        due:
          state === "open" || state === "draft"
            ? round.choicesUntil
            : state === "ranking"
              ? round.ranksUntil
              : state === "preview"
                ? round.publishOn
                : null,
        students: count(entered, round.id),
        chosen: count(chosen, round.id),
        seats: slots.find((one) => one.roundId === round.id)?._sum.capacity ?? 0,
      };
    }),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
};
