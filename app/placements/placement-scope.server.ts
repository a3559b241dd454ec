import type { Person } from "~/identity/actor";
import type { ReadClient } from "~/platform/db/client.server";
import type { Db } from "./head-count.server";
import type { Answerer } from "./rules/answers";
import type { Mover } from "./rules/lifecycle";

/** In which capacity somebody looks at placements. */
export type Capacity = "school" | "teacher" | "host" | "mentor" | "student" | "guardian";

export type PlacementScope = {
  as: Capacity;
  /** part of a `where` on placements: nothing outside it is theirs to see */
  where: {
    schoolId?: string;
    teacherId?: string;
    hostId?: string;
    mentorId?: string;
    studentId?: { in: string[] };
  };
};

/** Nobody has more records or children than this on the platform. */
const MOST_STUDENTS = 20;

const ownRecords = async (db: Db, personId: string): Promise<string[]> => {
  const rows = await (db as ReadClient).student.findMany({
    where: { personId },
    select: { id: true },
    take: MOST_STUDENTS,
  });
  return rows.map((row) => row.id);
};

const childrenOf = async (db: Db, personId: string): Promise<string[]> => {
  const rows = await (db as ReadClient).guardian.findMany({
    where: { personId, endedAt: null },
    select: { studentId: true },
    take: MOST_STUDENTS,
  });
  return rows.map((row) => row.studentId);
};

/**
 * Which placements somebody may see: a school's staff the school's, a teacher those they guide, a host's staff those at
 * their enterprise, a mentor those they guide, a student their own, a guardian their child's. Goes in: the person as they
 * act now. Comes out: the scope, or null for everybody else (authorities, other organizations).
 */
export const placementScope = async (db: Db, actor: Person): Promise<PlacementScope | null> => {
  const { organization, personId } = actor;
  if (organization && organization.role !== "student") {
    const { id, kind, role } = organization;
    if (kind === "school") {
      return role === "teacher"
        ? { as: "teacher", where: { schoolId: id, teacherId: personId } }
        : { as: "school", where: { schoolId: id } };
    }
    if (kind === "enterprise") {
      return role === "mentor"
        ? { as: "mentor", where: { hostId: id, mentorId: personId } }
        : { as: "host", where: { hostId: id } };
    }
    return null;
  }
  const own = await ownRecords(db, personId);
  if (own.length > 0 || organization) return { as: "student", where: { studentId: { in: own } } };
  return { as: "guardian", where: { studentId: { in: await childrenOf(db, personId) } } };
};

export type PlacementRow = NonNullable<Awaited<ReturnType<ReadClient["placement"]["findUnique"]>>>;

/** One placement somebody may see, with their capacity; null when it does not exist or is not theirs. */
export const ownPlacement = async (
  db: Db,
  actor: Person,
  id: string,
): Promise<{ placement: PlacementRow; as: Capacity } | null> => {
  const scope = await placementScope(db, actor);
  if (!scope) return null;
  const placement = await (db as ReadClient).placement.findFirst({ where: { ...scope.where, id } });
  return placement && { placement, as: scope.as };
};

/** Who moves a placement in the terms of its lifecycle; staff who only look and guide move nothing. */
export const moverOf = (as: Capacity, actor: Person): Mover | null => {
  const writes = actor.organization?.role === "owner" || actor.organization?.role === "coordinator";
  if (as === "student" || as === "guardian") return "student";
  if (as === "school" && writes) return "school";
  if (as === "host" && writes) return "host";
  return null;
};

/** In whose name somebody gives facts of a placement; null for staff who only look and guide. */
export const answererOf = (as: Capacity, actor: Person): Answerer | null => {
  const mover = moverOf(as, actor);
  return mover === "house" ? null : mover;
};
