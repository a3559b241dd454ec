import { liesIn } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { indicatorOf, periodOf } from "../rules/indicators/catalogue";

import { yearsAsked } from "./indicator-figures.server";
import { indicatorRows } from "./indicator-records.sqlite.server";

const PAGE = 50;

/** How long one stated reason opens the rows it was given for. House rule. */
const OPEN_MS = 60 * 60_000;

/**
 * Whose rows a member may ask for: their own organization's, an authority those of every organization of its region. Goes
 * in: the member and an organization's id. Comes out: its id and name with whether it is their own; null otherwise.
 */
export const organizationInReach = async (ctx: MemberCtx, id: string) => {
  const found = await read.organization.findUnique({
    where: { id },
    select: { id: true, name: true, regionCode: true },
  });
  if (!found) return null;
  if (id === ctx.actor.organizationId) return { ...found, own: true };
  if (ctx.actor.organization.kind !== "authority") return null;
  const authority = await read.organization.findUniqueOrThrow({
    where: { id: ctx.actor.organizationId },
    select: { regionCode: true },
  });
  return liesIn(authority.regionCode, found.regionCode) ? { ...found, own: false } : null;
};

const opened = async (
  ctx: MemberCtx,
  asked: { accessId: string | null; organizationId: string; indicatorId: string; period: string },
): Promise<boolean> => {
  const { accessId, ...about } = asked;
  if (!accessId) return false;
  const access = await read.dataAccess.findFirst({
    where: { id: accessId, readerId: ctx.actor.personId, readerOrgId: ctx.actor.organizationId, ...about },
    select: { at: true },
  });
  return access !== null && ctx.clock.now().getTime() - access.at.getTime() < OPEN_MS;
};

/**
 * The rows behind one organization's figure. Goes in: the member, the indicator and the address (`organization`, `year`,
 * `after`, `access`). Comes out: null where the organization is out of reach; otherwise the rows, or none with `locked`
 * where they are about persons of somebody else and no reason was given within the hour.
 */
export const indicatorRowsPage = async (ctx: MemberCtx, id: string, params: URLSearchParams) => {
  const indicator = indicatorOf(id);
  const organization = await organizationInReach(ctx, params.get("organization") ?? "");
  if (!indicator || indicator.supply !== "computed" || !organization) return null;
  const { year } = yearsAsked(ctx, params);
  const period = periodOf(indicator, year);
  const accessId = params.get("access");
  const about = { organizationId: organization.id, indicatorId: id, period };
  const locked = indicator.persons && !organization.own && !(await opened(ctx, { accessId, ...about }));
  const after = params.get("after") ?? "";
  const found = locked
    ? []
    : indicatorRows({
        ...about,
        leadOnly: !organization.own,
        named: indicator.persons,
        after,
        take: PAGE + 1,
      });
  const rows = found.slice(0, PAGE);
  return {
    indicator,
    organization,
    year,
    period,
    locked,
    access: locked ? null : accessId,
    after,
    rows,
    next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
    today: civilDate(ctx.clock.now()),
  };
};
