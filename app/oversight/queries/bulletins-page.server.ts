import { createHash } from "node:crypto";
import { liesIn } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { BulletinContent, BulletinPlan } from "../rules/bulletins/content";
import { INDICATORS } from "../rules/indicators/catalogue";

const PAGE = 20;
const MOST_RUNNING = 12;

const regionOf = async (ctx: MemberCtx): Promise<string> =>
  (
    await read.organization.findUniqueOrThrow({
      where: { id: ctx.actor.organizationId },
      select: { regionCode: true },
    })
  ).regionCode;

/** The regions whose bulletins concern a school: its own place and those above it. */
const regionsAbove = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];

/**
 * Bulletins as their reader meets them: an authority its definitions and issues, a school the issues sent to its region.
 * Goes in: the member and the issue after which to go on. Comes out: running definitions (an authority's), a page of
 * issues, the newest first, and the indicators one can choose from.
 */
export const bulletinsPage = async (ctx: MemberCtx, after: string | null) => {
  const authority = ctx.actor.organization.kind === "authority";
  const { organizationId } = ctx.actor;
  const found = await read.bulletinIssue.findMany({
    where: {
      ...(authority ? { organizationId } : { regionCode: { in: regionsAbove(await regionOf(ctx)) } }),
      ...(after ? { id: { lt: after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: { id: true, title: true, period: true, drawnAt: true },
  });
  const running = authority
    ? await read.bulletin.findMany({
        where: { organizationId, endedAt: null },
        orderBy: { createdAt: "asc" },
        take: MOST_RUNNING,
      })
    : [];
  const issues = found.slice(0, PAGE);
  return {
    authority,
    running: running.map(({ id, title, rhythm, day, parts, rankedBy, nextOn, createdByName, version }) => ({
      id,
      title,
      rhythm: rhythm as "monthly" | "quarterly",
      day,
      plan: JSON.parse(parts) as BulletinPlan,
      rankedBy,
      nextOn,
      createdByName,
      version,
    })),
    issues: issues.map((one) => ({ ...one, drawnAt: one.drawnAt.toISOString() })),
    next: found.length > PAGE ? (issues.at(-1)?.id ?? null) : null,
    choices: authority ? INDICATORS.map(({ id, title, table }) => ({ id, title, table })) : [],
  };
};

export type BulletinsPage = Awaited<ReturnType<typeof bulletinsPage>>;

/**
 * One issue as it was drawn. Goes in: the member and the id. Comes out: null for others than the authority that drew it,
 * authorities above it and schools of its region; otherwise its content, when it was drawn, and whether it still fits its
 * hash.
 */
export const bulletinIssue = async (ctx: MemberCtx, id: string) => {
  const issue = await read.bulletinIssue.findUnique({ where: { id } });
  if (!issue) return null;
  const region = await regionOf(ctx);
  const { kind } = ctx.actor.organization;
  const own = issue.organizationId === ctx.actor.organizationId;
  const above = kind === "authority" && liesIn(region, issue.regionCode);
  const addressed = kind === "school" && liesIn(issue.regionCode, region);
  if (!own && !above && !addressed) return null;
  const { content, sha256, drawnAt, organizationId, regionCode, title, period } = issue;
  return {
    id,
    organizationId,
    regionCode,
    title,
    period,
    drawnAt: drawnAt.toISOString(),
    sha256,
    fits: createHash("sha256").update(content).digest("hex") === sha256,
    content: JSON.parse(content) as BulletinContent,
  };
};
