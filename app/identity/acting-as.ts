import type { ActorSnapshot, Ctx } from "~/platform/command";

/** The context in which a person who has just proved who they are goes on acting. */
export const actingAs = (
  ctx: Ctx,
  person: { id: string; name: string },
  organizationId: string | null,
): Ctx<ActorSnapshot> => ({
  ...ctx,
  actor: { kind: "person", personId: person.id, organizationId, name: person.name },
});
