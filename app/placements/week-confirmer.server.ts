import type { Person } from "~/identity/actor";
import { hashToken, signText } from "~/platform/crypto/tokens.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { RequestFacts } from "~/platform/http/context";
import { notFound, type Refusal } from "~/platform/result";
import type { Db } from "./head-count.server";
import { placementScope } from "./placement-scope.server";

/** How somebody comes to confirm weeks: by the link of a letter, or signed in for the host. */
export type Way = { by: "link"; token: string; readerId: string | null } | { by: "page"; actor: Person };

export type Confirmer = {
  personId: string;
  how: "link" | "page";
  /** whose weeks these are to confirm */
  where: { mentorId?: string; hostId?: string };
  /** the one week a link is for */
  monday: string | null;
};

/** Weeks are confirmed while a student is at work or has just left. */
export const CONFIRMABLE_STATES = ["in_progress", "paused", "completed", "broken"];

const byLink = async (
  db: Db,
  way: Way & { by: "link" },
  now: Date,
): Promise<Confirmer | { refusal: Refusal }> => {
  const link = await (db as ReadClient).weekLink.findUnique({ where: { tokenHash: hashToken(way.token) } });
  if (!link) return { refusal: notFound("followup.errors.deadLink").refusal };
  if (way.readerId !== null && way.readerId !== link.mentorId) {
    return { refusal: { code: "forbidden", key: "followup.errors.notYours" } };
  }
  if (link.expiresAt <= now) return { refusal: { code: "forbidden", key: "followup.errors.expired" } };
  const { mentorId, monday } = link;
  return { personId: mentorId, how: "link", where: { mentorId }, monday };
};

/**
 * Who confirms, and whose weeks. Goes in: the way, now. Comes out: the confirmer; or a refusal: a link nobody made (not
 * found), one of somebody else than is signed in or one that ran out (forbidden, each said), staff of no host (forbidden).
 */
export const confirmerOf = async (db: Db, way: Way, now: Date): Promise<Confirmer | { refusal: Refusal }> => {
  if (way.by === "link") return byLink(db, way, now);
  const scope = await placementScope(db, way.actor);
  const writes = scope?.as === "mentor" || way.actor.organization?.role !== "viewer";
  if (!scope || !["host", "mentor"].includes(scope.as) || !writes) {
    return { refusal: { code: "forbidden", key: "errors.forbidden" } };
  }
  const { hostId, mentorId } = scope.where;
  const where = { ...(hostId ? { hostId } : {}), ...(mentorId ? { mentorId } : {}) };
  return { personId: way.actor.personId, how: "page", where, monday: null };
};

/** What tells one device from another without keeping either its address or its name. */
export const deviceOf = (facts: Pick<RequestFacts, "ip" | "userAgent">): string =>
  signText("week-device", `${facts.ip}\n${facts.userAgent}`);
