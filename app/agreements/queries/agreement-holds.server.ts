import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { addDays } from "~/platform/time/clock";
import type { AgreementContent } from "../rules/content";
import type { Frozen } from "../rules/freeze";
import { holdsOn, type NotHolding } from "../rules/life";

type Reads = Pick<Tx, "agreement" | "agreementDocument"> | typeof read;

export type Holding =
  | {
      holds: true;
      documentId: string;
      ordinal: number;
      code: string;
      content: AgreementContent;
      until: string;
    }
  | { holds: false; because: NotHolding | "unknown"; placementPlan: string | null };

/**
 * Whether an agreement holds on a civil date, and the text that is effective then: the last one sealed by that day. Goes in:
 * the agreement, the date, and the parties it must bind, if any. Comes out: the effective text with the last day it holds;
 * or why not, with what was agreed about running placements when it was terminated. An agreement that does not bind those
 * parties is unknown. For other rooms: it asks nothing about who looks.
 */
export const agreementHolds = async (
  agreementId: string,
  on: string,
  partyIds: readonly string[] = [],
  db: Reads = read,
): Promise<Holding> => {
  const agreement = await db.agreement.findUnique({
    where: { id: agreementId },
    include: { parties: { select: { organizationId: true } } },
  });
  const bound = new Set(agreement?.parties.map((one) => one.organizationId));
  if (!agreement || partyIds.some((id) => !bound.has(id)))
    return { holds: false, because: "unknown", placementPlan: null };
  const { placementPlan } = agreement;
  const sealed = await db.agreementDocument.findMany({
    where: { agreementId, state: "sealed", sealedAt: { lt: new Date(`${on}T16:00:00.000Z`) } },
    orderBy: { sealedAt: "desc" },
    take: 1,
  });
  const text = sealed[0];
  const frozen = text?.frozen ? (JSON.parse(text.frozen) as Frozen) : null;
  const because = holdsOn({ ...agreement, endsOn: frozen?.content.endsOn ?? agreement.endsOn }, on);
  if (because) return { holds: false, because, placementPlan };
  if (!text || !frozen) return { holds: false, because: "not_sealed", placementPlan };
  const { endsOn } = frozen.content;
  const until =
    agreement.terminatesOn && agreement.terminatesOn <= endsOn ? addDays(agreement.terminatesOn, -1) : endsOn;
  return {
    holds: true,
    documentId: text.id,
    ordinal: text.ordinal,
    code: frozen.code,
    content: frozen.content,
    until,
  };
};
