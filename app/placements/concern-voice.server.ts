import type { Person } from "~/identity/actor";
import { hashToken } from "~/platform/crypto/tokens.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Db } from "./head-count.server";
import { ownPlacement } from "./placement-scope.server";

/** How somebody speaks: signed in on their placement's page, or by their personal link. */
export type VoiceWay = { by: "page"; actor: Person; placementId: string } | { by: "link"; token: string };

export type Voice = {
  placementId: string;
  studentId: string;
  schoolId: string;
  hostId: string;
  party: "student" | "guardian";
  personId: string;
};

/** Who speaks about which placement; null for a placement that is not theirs, anybody but student and guardian, a dead link. */
export const voiceOf = async (db: Db, way: VoiceWay, now: Date): Promise<Voice | null> => {
  if (way.by === "page") {
    const own = await ownPlacement(db, way.actor, way.placementId);
    if (!own || (own.as !== "student" && own.as !== "guardian")) return null;
    const { id, studentId, schoolId, hostId } = own.placement;
    return { placementId: id, studentId, schoolId, hostId, party: own.as, personId: way.actor.personId };
  }
  const client = db as ReadClient;
  const link = await client.concernLink.findUnique({ where: { tokenHash: hashToken(way.token) } });
  if (!link || link.expiresAt <= now) return null;
  const placement = await client.placement.findUnique({ where: { id: link.placementId } });
  if (!placement) return null;
  return {
    placementId: placement.id,
    studentId: placement.studentId,
    schoolId: placement.schoolId,
    hostId: placement.hostId,
    party: link.party === "guardian" ? "guardian" : "student",
    personId: link.personId,
  };
};
