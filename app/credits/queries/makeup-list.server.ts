import type { MemberCtx } from "~/identity/actor";
import { type Member, mayWrite } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Prisma } from "~/platform/db/generated/client";
import { civilDate } from "~/platform/time/clock";
import { type MakeUpTab, makeUpState } from "../rules/makeup";
import { makeUpFigures } from "./makeup-figures.server";

const PAGE = 40;

/** What a member of a school may see: a coordinator everything of the school, a teacher what they tutor. */
export const makeUpScope = ({
  organization,
  organizationId,
  personId,
}: Member): Prisma.MakeUpItemWhereInput =>
  mayWrite({ organization }) ? { schoolId: organizationId } : { schoolId: organizationId, tutorId: personId };

/** Owed courses of a school. Goes in: who looks, the tab, the key to go on after. Comes out: forty rows, soonest due first. */
export const makeUpList = async (ctx: MemberCtx, tab: MakeUpTab, after: string | null) => {
  const today = civilDate(ctx.clock.now());
  const scope = makeUpScope(ctx.actor);
  const of: Record<MakeUpTab, Prisma.MakeUpItemWhereInput> = {
    late: { state: "planned", untilOn: { lt: today } },
    running: { state: "planned", untilOn: { gte: today } },
    done: { state: { in: ["passed", "not_passed", "cancelled"] } },
  };
  const [untilOn = "", id = ""] = (after ?? "").split("~");
  const [rows, late, running, done, figures] = await Promise.all([
    read.makeUpItem.findMany({
      where: {
        AND: [
          scope,
          of[tab],
          ...(after ? [{ OR: [{ untilOn: { gt: untilOn } }, { untilOn, id: { gt: id } }] }] : []),
        ],
      },
      orderBy: [{ untilOn: "asc" }, { id: "asc" }],
      take: PAGE + 1,
    }),
    read.makeUpItem.count({ where: { AND: [scope, of.late] } }),
    read.makeUpItem.count({ where: { AND: [scope, of.running] } }),
    read.makeUpItem.count({ where: { AND: [scope, of.done] } }),
    makeUpFigures(ctx.actor.organizationId, today),
  ]);
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return {
    counts: { late, running, done },
    figures,
    next: rows.length > PAGE && last ? `${last.untilOn}~${last.id}` : null,
    rows: page.map((row) => ({
      id: row.id,
      kind: row.kind,
      code: row.code,
      name: row.name,
      student: row.studentName,
      tutor: row.tutorName,
      fromOn: row.fromOn,
      untilOn: row.untilOn,
      state: makeUpState(row.state, row.untilOn, today),
    })),
  };
};
