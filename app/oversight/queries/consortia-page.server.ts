import { type Consortium, consortiaIn } from "~/agreements/queries/consortia.sqlite.server";
import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { memberStanding } from "../rules/member-standing";
import { shownAs } from "./partnerships-page.server";

const PAGE = 20;

const scopeOf = async (ctx: MemberCtx) => {
  const { id, kind } = ctx.actor.organization;
  if (kind !== "authority") return { party: id };
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id },
    select: { regionCode: true },
  });
  return { region: regionRange(regionCode) };
};

const told = (consortium: Consortium, today: string) => {
  const members = consortium.members.map((member) => ({
    ...member,
    standing: memberStanding(member, today, addDays),
  }));
  const sum = (key: "promised" | "delivered" | "partly" | "overdue" | "tasks" | "done") =>
    members.reduce((total, member) => total + member[key], 0);
  return {
    ...consortium,
    health: shownAs(consortium.health),
    down: consortium.reasons.filter(({ points }) => points < 0).slice(0, 4),
    members,
    silent: members.filter(({ standing }) => standing === "quiet"),
    totals: {
      promised: sum("promised"),
      delivered: sum("delivered"),
      partly: sum("partly"),
      overdue: sum("overdue"),
      tasks: sum("tasks"),
      done: sum("done"),
    },
  };
};

export type ConsortiumTold = ReturnType<typeof told>;

/**
 * The consortia of a member's scope, the weakest first: an authority those with a party in its region, everybody else those
 * it belongs to. Goes in: the member and the address. Comes out: at most twenty, the key to go on.
 */
export const consortiaPage = async (ctx: MemberCtx, params: URLSearchParams) => {
  const [score, id] = (params.get("after") ?? "").split("~");
  const today = civilDate(ctx.clock.now());
  const found = consortiaIn({
    scope: await scopeOf(ctx),
    today,
    after: id && /^\d{1,3}$/.test(score ?? "") ? { score: Number(score), id } : null,
    take: PAGE + 1,
  });
  const last = found.slice(0, PAGE).at(-1);
  return {
    items: found.slice(0, PAGE).map((one) => told(one, today)),
    paged: id !== undefined,
    next: found.length > PAGE && last ? `${last.score}~${last.id}` : null,
  };
};

/** One consortium of the member's scope with what each member promised and delivered; null for everybody else's. */
export const consortiumOverseen = async (ctx: MemberCtx, id: string): Promise<ConsortiumTold | null> => {
  if (id === "") return null;
  const today = civilDate(ctx.clock.now());
  const [found] = consortiaIn({ scope: await scopeOf(ctx), id, today, after: null, take: 1 });
  return found ? told(found, today) : null;
};
