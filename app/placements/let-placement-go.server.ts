import { endSealedDocument, withdrawSealedDocument } from "~/agreements/sealed-documents/close.server";
import type { Tx } from "~/platform/db/gate.server";
import { giveSeatBack } from "./listing-seats.server";
import type { GateRow } from "./queries/gate-board.server";

/** What an early end sets free: the seat of the listing, and the agreement that no longer holds. */
export const letPlacementGo = async (tx: Tx, row: GateRow): Promise<void> => {
  if (row.listingId) await giveSeatBack(tx, row.listingId);
  if (row.document?.state === "signing") await withdrawSealedDocument(tx, row.document.id, "placement_ended");
  if (row.document?.state === "sealed") await endSealedDocument(tx, row.document.id, "placement_ended");
};
