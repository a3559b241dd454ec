import type { TransferRow } from "~/pathways/transfer-moves.server";
import type { ReadClient } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { isId } from "~/platform/id";
import { COLLECTABLE } from "./rules/deposit";

export type DepositRow = NonNullable<Awaited<ReturnType<ReadClient["transcriptDeposit"]["findUnique"]>>>;

/** The transfer a deposited transcript is for: approved by the authority, from the depositing school; the newest one. */
export const transferOf = (
  reader: ReadClient | Tx,
  deposit: Pick<DepositRow, "studentId" | "schoolId">,
  toSchoolId?: string,
): Promise<TransferRow | null> =>
  (reader as ReadClient).transfer.findFirst({
    where: {
      studentId: deposit.studentId,
      fromSchoolId: deposit.schoolId,
      ...(toSchoolId ? { toSchoolId } : {}),
      state: { in: [...COLLECTABLE] },
    },
    orderBy: { createdAt: "desc" },
  });

/**
 * A deposited transcript for one of the two schools of the pair. Goes in: the organization that asks, the id. Comes out: the
 * deposit, in which part the school stands, and the transfer it is for, if any; null for anybody else, for a school whose
 * transfer with the student is not approved yet, and for a student whose record was erased.
 */
export const storedFor = async (
  reader: ReadClient | Tx,
  organizationId: string,
  id: string,
): Promise<{ deposit: DepositRow; part: "depositor" | "collector"; transfer: TransferRow | null } | null> => {
  if (!isId(id)) return null;
  const client = reader as ReadClient;
  const deposit = await client.transcriptDeposit.findUnique({ where: { id } });
  if (!deposit) return null;
  const student = await client.student.findUnique({
    where: { id: deposit.studentId },
    select: { state: true },
  });
  if (!student || student.state === "erased") return null;
  if (deposit.schoolId === organizationId)
    return { deposit, part: "depositor", transfer: await transferOf(reader, deposit) };
  const transfer = await transferOf(reader, deposit, organizationId);
  return transfer && { deposit, part: "collector", transfer };
};
