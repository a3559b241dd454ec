import { regionRange } from "~/catalogues/rules/regions";
import { type MemberCtx, mayWrite } from "~/identity/actor";
import type { WaitingProvider } from "~/marketplace/queries/waiting.server";
import { read } from "~/platform/db/client.server";
import { ALERT_STATES, type AlertState } from "../rules/alert-lifecycle";

const PAGE = 20;

export type AlertItem = {
  id: string;
  ruleId: string;
  title: string;
  state: AlertState;
  raisedOn: string;
  dueOn: string | null;
  level: number;
  organization: string;
};

const isState = (text: string | null): text is AlertState => ALERT_STATES.some((state) => state === text);

/** Which alerts an address asks for: one state, all that are not closed without one. */
export const alertFilter = (params: URLSearchParams) => {
  const state = params.get("state");
  return { state: isState(state) ? state : null, after: params.get("after") };
};

type Where = { regionCode?: { gte: string; lt: string }; organizationId?: string };

const listed = async (
  scope: Where,
  filter: ReturnType<typeof alertFilter>,
  visible: readonly AlertState[],
): Promise<{ items: AlertItem[]; next: string | null }> => {
  const [raisedOn, id] = (filter.after ?? "").split("~");
  const rows = await read.alert.findMany({
    where: {
      ...scope,
      state: filter.state ? (visible.includes(filter.state) ? filter.state : "none") : { in: [...visible] },
      ...(raisedOn && id ? { OR: [{ raisedOn: { lt: raisedOn } }, { raisedOn, id: { lt: id } }] } : {}),
    },
    orderBy: [{ raisedOn: "desc" }, { id: "desc" }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const names = await read.organization.findMany({
    where: { id: { in: [...new Set(shown.map(({ organizationId }) => organizationId))] } },
    select: { id: true, name: true },
  });
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      id: row.id,
      ruleId: row.ruleId,
      title: row.title,
      state: row.state as AlertState,
      raisedOn: row.raisedOn,
      dueOn: row.dueOn,
      level: row.level,
      organization: names.find((one) => one.id === row.organizationId)?.name ?? "",
    })),
    next: rows.length > PAGE && last ? `${last.raisedOn}~${last.id}` : null,
  };
};

/** The range of region codes an authority sees. Goes in: its organization. */
export const supervisedRange = async (authorityId: string): Promise<{ gte: string; lt: string }> => {
  const { regionCode } = await read.organization.findUniqueOrThrow({
    where: { id: authorityId },
    select: { regionCode: true },
  });
  const { from, before } = regionRange(regionCode);
  return { gte: from, lt: before };
};

/** How many alerts a range of regions has in each state. */
export const alertCounts = async (regionCode: {
  gte: string;
  lt: string;
}): Promise<Record<AlertState, number>> => {
  const groups = await read.alert.groupBy({ by: ["state"], where: { regionCode }, _count: { _all: true } });
  const count = (state: AlertState): number => groups.find((one) => one.state === state)?._count._all ?? 0;
  return {
    open: count("open"),
    ordered: count("ordered"),
    answered: count("answered"),
    closed: count("closed"),
  };
};

/** The newest alerts of a range of regions in one state, at most twenty. */
export const alertsOfState = (regionCode: { gte: string; lt: string }, state: AlertState) =>
  listed({ regionCode }, { state, after: null }, [state]);

/** One page of the alerts in an authority's region, the newest first, at most twenty, with how many each state has. */
export const alertsInRegion = async (ctx: MemberCtx, filter: ReturnType<typeof alertFilter>) => {
  const regionCode = await supervisedRange(ctx.actor.organizationId);
  const unclosed: AlertState[] = ["open", "ordered", "answered"];
  const [page, counts] = await Promise.all([
    listed({ regionCode }, filter, filter.state === "closed" ? ["closed"] : unclosed),
    alertCounts(regionCode),
  ]);
  return { ...page, counts };
};

/** One page of what an organization was ordered to put right, the newest first, at most twenty; open alerts are not shown to it. */
export const ownRectifications = (ctx: MemberCtx, filter: ReturnType<typeof alertFilter>) =>
  listed({ organizationId: ctx.actor.organizationId }, filter, ["ordered", "answered", "closed"]);

/** What alerts bring to 工作台: to an authority what waits for its order or review, to others what they must answer. */
export const waitingAlerts: WaitingProvider = {
  name: "alerts",
  isFor: ({ organization }) => organization !== null && mayWrite({ organization }),
  load: async ({ organization, organizationId }) => {
    if (!organizationId) return [];
    const authority = organization?.kind === "authority";
    const rows = await read.alert.findMany({
      where: authority
        ? {
            OR: [
              { regionCode: await supervisedRange(organizationId), state: { in: ["open", "answered"] } },
              { organizationId, state: "ordered" },
            ],
          }
        : { organizationId, state: "ordered" },
      orderBy: [{ dueOn: "asc" }, { raisedOn: "asc" }, { id: "asc" }],
      take: 10,
      select: { id: true, ruleId: true, title: true, state: true, dueOn: true },
    });
    return rows.map(({ id, ruleId, title, state, dueOn }) => {
      const asked = state === "ordered" ? "answer" : state === "open" ? "order" : "review";
      const answers = asked === "answer";
      return {
        id: `alert:${id}`,
        due: answers ? dueOn : null,
        title: { key: `alerts.waits.${asked}`, values: { title } },
        meta: { key: `alerts.rule.${ruleId}` },
        action: {
          key: `alerts.waits.${asked}Act`,
          href: answers ? `/rectifications/${id}` : `/oversight/alerts/${id}`,
        },
      };
    });
  },
};
