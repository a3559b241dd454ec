import { read } from "~/platform/db/client.server";
import { COLLECTABLE } from "../rules/deposit";

const PAGE = 100;
const MOST_TRANSFERS = 500;

/**
 * The transcripts a school deposited, or those it may collect, newest first. Goes in: the school, which side, the id after
 * which to go on. Comes out: at most a hundred without their lines, and the next id.
 */
export const storedTranscripts = async (
  organizationId: string,
  query: { side: "deposited" | "collectable"; after?: string | undefined },
) => {
  const transfers =
    query.side === "collectable"
      ? await read.transfer.findMany({
          where: { toSchoolId: organizationId, state: { in: [...COLLECTABLE] } },
          orderBy: [{ dueOn: "asc" }, { id: "asc" }],
          take: MOST_TRANSFERS,
          select: { studentId: true, fromSchoolId: true, reference: true },
        })
      : [];
  const rows = await read.transcriptDeposit.findMany({
    where: {
      ...(query.side === "deposited"
        ? { schoolId: organizationId }
        : { studentId: { in: transfers.map((one) => one.studentId) } }),
      ...(query.after ? { id: { lt: query.after } } : {}),
    },
    orderBy: { id: "desc" },
    take: PAGE + 1,
  });
  const page = rows.slice(0, PAGE);
  const shown = page.filter(
    (row) =>
      query.side === "deposited" ||
      transfers.some((one) => one.studentId === row.studentId && one.fromSchoolId === row.schoolId),
  );
  return {
    transcripts: shown.map((row) => ({
      id: row.id,
      deposit: row.name,
      sequence: row.sequence,
      order: row.state,
      transfer: transfers.find((one) => one.studentId === row.studentId)?.reference ?? null,
      issuedOn: row.issuedOn,
      receivedAt: row.receivedAt.toISOString(),
      hash: row.hash,
      collectedAt: row.collectedAt?.toISOString() ?? null,
    })),
    next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
};
