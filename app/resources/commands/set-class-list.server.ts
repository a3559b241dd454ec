import type { MemberCtx } from "~/identity/actor";
import { openField, sealField } from "~/platform/crypto/fields.server";
import { hashToken, newToken } from "~/platform/crypto/tokens.server";
import { decide, reject, stale } from "~/platform/decide.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { refuseBooking } from "../policy";
import { concernedBooking } from "../resource-access.server";
import { GUARDIAN_UNDER } from "../rules/booking";
import { readClassList } from "../rules/class-list";

/**
 * The one who booked names the group. Goes in: the booking, its version, the list as text. Comes out: how many names, and how
 * many of them need a guardian's word, for each of whom there is a link then. Who stays on a changed list keeps the answer
 * given. Refuses the first line at fault (invalid), and changes after the day of the session (conflict).
 */
export const setClassList = (
  ctx: MemberCtx,
  id: string,
  input: { version: number; list: string },
): Promise<Result<{ names: number; guardians: number }>> =>
  decide(async (tx) => {
    const { booking, slot } = await concernedBooking(tx, ctx, id, ["booker"]);
    const refusal = refuseBooking(ctx.actor);
    if (refusal) return reject(refusal);
    const now = ctx.clock.now();
    if (booking.state !== "booked" || slot.day < civilDate(now))
      return reject({ code: "conflict", key: "resources.errors.sessionOver" });
    const listed = readClassList(input.list, booking);
    if (!listed.ok) {
      const { key, line, values } = listed.problem;
      const fields = [{ field: "list", key, values: { ...values, line } }];
      return reject({ code: "invalid", key: "errors.checkFields", fields });
    }
    const { count } = await tx.resourceBooking.updateMany({
      where: { id, version: input.version },
      data: { updatedAt: now, version: { increment: 1 } },
    });
    if (count === 0) return stale();
    const stored = await tx.resourceVisitor.findMany({ where: { bookingId: id }, take: 2_000 });
    const known = new Map(
      stored.map((one) => [`${openField("resourceVisitor.name", one.nameSealed)}\t${one.age}`, one.id]),
    );
    const staying = new Set(listed.rows.map(({ name, age }) => known.get(`${name}\t${age}`)));
    const leaving = stored.filter((one) => !staying.has(one.id)).map((one) => one.id);
    await tx.resourceVisitor.deleteMany({ where: { id: { in: leaving } } });
    for (const [position, { name, age }] of listed.rows.entries()) {
      const stays = known.get(`${name}\t${age}`);
      if (stays) {
        await tx.resourceVisitor.update({ where: { id: stays }, data: { position } });
        continue;
      }
      const token = age < GUARDIAN_UNDER ? newToken() : null;
      await tx.resourceVisitor.create({
        data: {
          id: newId(now.getTime()),
          bookingId: id,
          position,
          nameSealed: sealField("resourceVisitor.name", name),
          age,
          tokenHash: token && hashToken(token),
          tokenSealed: token && sealField("resourceVisitor.token", token),
        },
      });
    }
    const guardians = listed.rows.filter((row) => row.age < GUARDIAN_UNDER).length;
    await record(tx, ctx, {
      subject: { type: "resourceBooking", id },
      name: "resource_booking.list_set",
      payload: { names: listed.rows.length, guardians },
      audience: [booking.ownerId, booking.bookerId],
    });
    return { names: listed.rows.length, guardians };
  });
