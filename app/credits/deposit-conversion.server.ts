import type { TransferRow } from "~/pathways/transfer-moves.server";
import type { Tx } from "~/platform/db/gate.server";
import { conversionInput } from "./conversion-input.server";
import { conversionDigest, overridesIn, transcriptIn } from "./conversion-record.server";
import { type Conversion, convert, type TranscriptLine } from "./rules/convert";
import { sameTranscript } from "./rules/deposit";
import type { DepositRow } from "./stored-transcript.server";

type ConvertedDeposit = {
  state: "confirmed" | "provisional";
  /** the day whose table and catalogue count */
  day: string;
  table: { ordinal: number; inForceFrom: string; verify: string | null } | null;
  result: Conversion;
  digest: string;
};

/**
 * What a deposited transcript comes to for one transfer. Goes in: the deposit, the transfer, today. Comes out: the result the
 * receiving school confirmed, where it was this transcript that it confirmed; otherwise the conversion by the table that
 * counts, with what the school decided so far, as provisional.
 */
export const conversionOfDeposit = async (
  tx: Tx,
  deposit: DepositRow,
  transfer: TransferRow,
  today: string,
): Promise<ConvertedDeposit> => {
  const transcript = JSON.parse(deposit.lines) as TranscriptLine[];
  const row = await tx.creditConversion.findUnique({ where: { transferId: transfer.id } });
  const own = row !== null && sameTranscript(transcriptIn(row), transcript);
  const { input, choice, day } = await conversionInput(
    tx,
    transfer,
    { transcript, overrides: row && own ? overridesIn(row) : [] },
    today,
  );
  if (row?.state === "confirmed" && own) {
    const version = row.tableVersionId
      ? await tx.equivalenceVersion.findUnique({ where: { id: row.tableVersionId } })
      : null;
    return {
      state: "confirmed",
      day,
      table: version && {
        ordinal: version.ordinal,
        inForceFrom: version.inForceFrom ?? version.validFrom,
        verify: version.code,
      },
      result: JSON.parse(row.result) as Conversion,
      digest: row.digest ?? "",
    };
  }
  const result = convert(input);
  return {
    state: "provisional",
    day,
    table: choice.table && {
      ordinal: choice.table.ordinal,
      inForceFrom: choice.table.inForceFrom,
      verify: choice.table.code,
    },
    result,
    digest: conversionDigest(result, choice.table?.versionId ?? null),
  };
};
