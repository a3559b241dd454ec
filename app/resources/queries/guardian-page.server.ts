import { hashToken } from "~/platform/crypto/tokens.server";
import { read } from "~/platform/db/client.server";
import type { Language } from "~/platform/i18n/words";
import { guardianWording } from "../guardian-wording.server";

/**
 * What a guardian sees behind the link of a class list. Goes in: the token, the reader's language, today. Comes out: null for a
 * link nobody made; the words asked, the answer given so far, and whether it can still be given.
 */
export const guardianPage = async (token: string, language: Language, today: string) => {
  const visitor = await read.resourceVisitor.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!visitor) return null;
  const booking = await read.resourceBooking.findUniqueOrThrow({ where: { id: visitor.bookingId } });
  const slot = await read.resourceSlot.findUniqueOrThrow({ where: { id: booking.slotId } });
  const { hash: _hash, ...wording } = await guardianWording(read, visitor, language);
  return {
    wording,
    answer: visitor.answer,
    relation: visitor.relation,
    open: booking.state === "booked" && slot.day > today,
  };
};
