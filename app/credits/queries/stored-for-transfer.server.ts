import type { PersonCtx } from "~/identity/actor";
import { transferFor } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import type { TranscriptLine } from "../rules/convert";
import { COLLECTABLE } from "../rules/deposit";

/**
 * The newest transcript of a transferred student that the sending school's system deposited, for the receiving school. Goes
 * in: who looks, the transfer. Comes out: its lines with when it was issued and deposited; null where there is none, the
 * transfer is not theirs or not approved yet.
 */
export const storedForTransfer = async (
  ctx: PersonCtx,
  transferId: string,
): Promise<{ lines: TranscriptLine[]; issuedOn: string; receivedOn: string } | null> => {
  const found = await transferFor(read, ctx.actor, transferId);
  if (!found?.voices.includes("receiving") || !COLLECTABLE.includes(found.transfer.state)) return null;
  const { fromSchoolId, studentId } = found.transfer;
  const deposit = await read.transcriptDeposit.findFirst({
    where: { studentId, schoolId: fromSchoolId, state: "latest" },
    orderBy: { receivedAt: "desc" },
  });
  return (
    deposit && {
      lines: JSON.parse(deposit.lines) as TranscriptLine[],
      issuedOn: deposit.issuedOn,
      receivedOn: civilDate(deposit.receivedAt),
    }
  );
};
