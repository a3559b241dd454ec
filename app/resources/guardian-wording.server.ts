import { createHash } from "node:crypto";
import { openField } from "~/platform/crypto/fields.server";
import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import type { Language } from "~/platform/i18n/words";
import { translatorFor } from "~/words/translator.server";
import { timeOf } from "./rules/sessions";

export type GuardianWording = { heading: string; lines: string[]; safety: string[]; hash: string };

/**
 * What a guardian is asked, in whole sentences of one language, and the SHA-256 of exactly these words: who invites, what
 * happens when and where, the owner's safety notice, what is kept and for how long.
 */
export const guardianWording = async (
  tx: Tx | typeof read,
  visitor: { bookingId: string; nameSealed: string },
  language: Language,
): Promise<GuardianWording> => {
  const booking = await tx.resourceBooking.findUniqueOrThrow({ where: { id: visitor.bookingId } });
  const slot = await tx.resourceSlot.findUniqueOrThrow({ where: { id: booking.slotId } });
  const resource = await tx.sharedResource.findUniqueOrThrow({ where: { id: booking.resourceId } });
  const names = await tx.organization.findMany({
    where: { id: { in: [booking.ownerId, booking.bookerId] } },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => names.find((one) => one.id === id)?.name ?? "";
  const t = translatorFor(language).room("resources");
  const values = {
    child: openField("resourceVisitor.name", visitor.nameSealed),
    school: nameOf(booking.bookerId),
    host: nameOf(booking.ownerId),
    title: resource.title,
    group: booking.groupName,
    day: slot.day,
    from: timeOf(slot.fromMinute),
    to: timeOf(slot.toMinute),
    place: resource.place,
    adults: booking.adults,
  };
  const heading = t("guardian.heading", values);
  const lines = [t("guardian.what", values), t("guardian.who", values), t("guardian.kept", values)];
  const safety = resource.safetyNotice.split(/\n+/).filter((line) => line.trim() !== "");
  const hash = createHash("sha256")
    .update([language, heading, ...lines, ...safety].join("\n"))
    .digest("hex");
  return { heading, lines, safety, hash };
};
