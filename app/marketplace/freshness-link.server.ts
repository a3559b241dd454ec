import { hashToken } from "~/platform/crypto/tokens.server";
import type { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";

type Reader = {
  freshnessLink: Pick<(typeof read)["freshnessLink"] & Tx["freshnessLink"], "findUnique">;
  freshnessAsk: Pick<(typeof read)["freshnessAsk"] & Tx["freshnessAsk"], "findUnique">;
  membership: Pick<(typeof read)["membership"] & Tx["membership"], "findFirst">;
  freshnessAskListing: Pick<(typeof read)["freshnessAskListing"] & Tx["freshnessAskListing"], "findMany">;
};

export const MOST_OF_A_LETTER = 100;

/**
 * What a link of a letter about freshness opens. In: a reader, the token, the time. Out: null when nobody made it, its
 * time is up, or the person it was written to no longer acts for the organization.
 */
export const openFreshnessLink = async (db: Reader, token: string, now: Date) => {
  const link = await db.freshnessLink.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!link || link.expiresAt <= now) return null;
  const ask = await db.freshnessAsk.findUnique({ where: { id: link.askId } });
  if (!ask) return null;
  const { organizationId } = ask;
  const member = await db.membership.findFirst({
    where: {
      personId: link.personId,
      organizationId,
      endedAt: null,
      role: { in: ["owner", "coordinator"] },
    },
    select: { personId: true },
  });
  if (!member) return null;
  const asked = await db.freshnessAskListing.findMany({
    where: { askId: ask.id },
    orderBy: { listingId: "asc" },
    take: MOST_OF_A_LETTER,
  });
  return {
    personId: link.personId,
    personName: link.personName,
    organizationId,
    listingIds: asked.map(({ listingId }) => listingId),
  };
};
