import type { MemberCtx } from "~/identity/actor";
import type { Tx } from "~/platform/db/gate.server";
import { reject } from "~/platform/decide.server";

const gone = () => reject({ code: "not_found", key: "errors.notFound" });

/** A resource of the actor's own organization; somebody else's is not found. */
export const ownResource = async (tx: Tx, ctx: MemberCtx, id: string) =>
  (await tx.sharedResource.findFirst({ where: { id, organizationId: ctx.actor.organizationId } })) ?? gone();

/** A booking with its session and resource, seen from the side the actor's organization is on; others' are not found. */
export const concernedBooking = async (
  tx: Tx,
  ctx: MemberCtx,
  id: string,
  sides: readonly ("owner" | "booker")[] = ["owner", "booker"],
) => {
  const { organizationId } = ctx.actor;
  const booking = (await tx.resourceBooking.findUnique({ where: { id } })) ?? gone();
  const side = booking.bookerId === organizationId ? "booker" : "owner";
  if (side === "owner" && booking.ownerId !== organizationId) return gone();
  if (!sides.includes(side)) return reject({ code: "forbidden", key: "resources.errors.otherSide" });
  const slot = await tx.resourceSlot.findUniqueOrThrow({ where: { id: booking.slotId } });
  const resource = await tx.sharedResource.findUniqueOrThrow({ where: { id: booking.resourceId } });
  return { booking, slot, resource, side } as const;
};
