import type { PersonCtx } from "~/identity/actor";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import type { SeenRound } from "../round-access.server";
import { PUBLISHED } from "../rules/round-lifecycle";

const namesOf = async (ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await read.organization.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Facts of a round everybody in it reads; the draw itself only once the result is published, or to the school that computed it. */
export const roundHead = ({ round, part, state }: SeenRound) => ({
  id: round.id,
  name: round.name,
  state,
  part,
  choicesUntil: round.choicesUntil,
  ranksUntil: round.ranksUntil,
  publishOn: round.publishOn,
  mostChoices: round.mostChoices,
  categoryBy: round.categoryBy,
  seedHash: round.seedHash,
  seed:
    PUBLISHED.includes(state) || (part === "lead" && state === "preview")
      ? openField("round.seed", round.seedSealed)
      : null,
  hash: PUBLISHED.includes(state) ? round.documentHash : null,
  stale: round.stale,
  cancelReason: round.cancelReason,
  followsId: round.followsId,
  version: round.version,
});

/**
 * A round as its schools and hosts see it: its slots with how often they were chosen, who takes part, how far it is. In:
 * the round seen. Out: at most 300 slots (a host sees its own) and 30 schools.
 */
export const roundPage = async (ctx: PersonCtx, seen: SeenRound) => {
  const { round, part } = seen;
  const roundId = round.id;
  const own = part === "host" ? { hostId: ctx.actor.organizationId ?? "" } : {};
  const [slots, schools, students, chosen, next] = await Promise.all([
    read.roundSlot.findMany({ where: { roundId, ...own }, orderBy: { code: "asc" }, take: 300 }),
    read.roundSchool.findMany({ where: { roundId }, take: 30 }),
    read.roundStudent.groupBy({ by: ["schoolId"], where: { roundId }, _count: { _all: true } }),
    read.roundStudent.count({ where: { roundId, chosenAt: { not: null } } }),
    read.round.findFirst({
      where: { followsId: roundId, state: { not: "cancelled" } },
      select: { id: true, name: true },
    }),
  ]);
  const slotIds = slots.map(({ id }) => id);
  const [first, all, names] = await Promise.all([
    read.roundChoice.groupBy({
      by: ["slotId"],
      where: { slotId: { in: slotIds }, rank: 1 },
      _count: { _all: true },
    }),
    read.roundChoice.groupBy({ by: ["slotId"], where: { slotId: { in: slotIds } }, _count: { _all: true } }),
    namesOf([...slots.map(({ hostId }) => hostId), ...schools.map(({ schoolId }) => schoolId)]),
  ]);
  const count = (list: typeof first, id: string) =>
    list.find(({ slotId }) => slotId === id)?._count._all ?? 0;
  return {
    ...roundHead(seen),
    next,
    lead: names.get(round.schoolId) ?? "",
    chosen,
    students: students.reduce((sum, one) => sum + one._count._all, 0),
    schools: schools.map(({ schoolId, state }) => ({
      id: schoolId,
      name: names.get(schoolId) ?? "",
      state,
      own: schoolId === ctx.actor.organizationId,
      students: students.find((one) => one.schoolId === schoolId)?._count._all ?? 0,
    })),
    slots: slots.map((slot) => ({
      id: slot.id,
      code: slot.code,
      title: slot.title,
      listingId: slot.listingId,
      host: names.get(slot.hostId) ?? "",
      capacity: slot.capacity,
      first: count(first, slot.id),
      all: count(all, slot.id),
      ranked: slot.rankedAt !== null,
      withdrawnFor: slot.withdrawnAt ? slot.withdrawnFor : null,
    })),
  };
};
