import type { Member } from "~/identity/actor";
import { mayWrite } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { standingsOf } from "../application-consents.server";
import { linesOf } from "../application-lines.server";
import type { ApplicationRow } from "../application-record.server";
import { REJECT_REASONS } from "../rules/application-lifecycle";

export const HOST_TABS = ["submitted", "read", "shortlisted", "interview", "offered", "ended"] as const;
export type HostTab = (typeof HOST_TABS)[number];

const PAGE = 50;
const MOST_OPEN_SHOWN = 400;

const STATES: Record<Exclude<HostTab, "ended">, readonly string[]> = {
  submitted: ["submitted"],
  read: ["read"],
  shortlisted: ["shortlisted"],
  interview: ["interview"],
  offered: ["offered", "accepted"],
};

/** Keeps what the host may see on this day: every consent stands. */
const seen = async (
  rows: readonly ApplicationRow[],
  hostId: string,
  on: string,
): Promise<ApplicationRow[]> => {
  const standings = await standingsOf(
    read,
    rows.map((row) => row.studentId),
    "share_application",
    hostId,
    on,
  );
  return rows.filter((row) => row.sharedAt !== null && standings.get(row.studentId)?.complete === true);
};

/**
 * The applications a host may see, by state and listing: open ones with the soonest date first (at most 400 are looked
 * at), ended ones newest first, fifty at a time after the given id. An application whose consent is missing or was taken back
 * today is neither shown nor counted. Comes out: lines, counts by tab, the host's listings to filter by and to suggest,
 * and whether this reader may answer.
 */
export const hostApplications = async (
  actor: Member,
  asked: { tab: HostTab; listing: string | null; after: string | null },
  now: Date,
) => {
  const hostId = actor.organizationId;
  const on = civilDate(now);
  const scope = { hostId, ...(asked.listing ? { listingId: asked.listing } : {}) };
  const [open, ended, listings] = await Promise.all([
    read.application.findMany({
      where: { ...scope, endedAt: null, sharedAt: { not: null } },
      orderBy: [{ replyBy: "asc" }, { id: "asc" }],
      take: MOST_OPEN_SHOWN,
    }),
    asked.tab === "ended"
      ? read.application.findMany({
          where: { ...scope, endedAt: { not: null }, ...(asked.after ? { id: { lt: asked.after } } : {}) },
          orderBy: { id: "desc" },
          take: PAGE + 1,
        })
      : [],
    read.listing.findMany({
      where: {
        organizationId: hostId,
        direction: "offer",
        kind: { in: ["internship", "apprenticeship", "observation"] },
        state: { in: ["published", "paused", "full", "closed"] },
      },
      orderBy: { updatedAt: "desc" },
      take: 100,
      select: { id: true, title: true, state: true },
    }),
  ]);
  const visible = await seen(open, hostId, on);
  const counts = Object.fromEntries(
    HOST_TABS.map((tab) => [
      tab,
      tab === "ended" ? 0 : visible.filter((row) => STATES[tab].includes(row.state)).length,
    ]),
  ) as Record<HostTab, number>;
  const { tab } = asked;
  const rows =
    tab === "ended"
      ? await seen(ended.slice(0, PAGE), hostId, on)
      : visible.filter((row) => STATES[tab].includes(row.state)).slice(0, PAGE);
  return {
    counts,
    items: await linesOf(rows, true),
    listings: listings.map(({ id, title }) => ({ id, title })),
    suggestions: listings.filter((one) => one.state === "published").map(({ id, title }) => ({ id, title })),
    reasons: REJECT_REASONS,
    mayAnswer: mayWrite(actor),
    next: tab === "ended" && ended.length > PAGE ? (ended[PAGE - 1]?.id ?? null) : null,
  };
};

export type HostApplications = Awaited<ReturnType<typeof hostApplications>>;
