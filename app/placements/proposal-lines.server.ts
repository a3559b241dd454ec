import { read } from "~/platform/db/client.server";
import { type ProposalRow, termsOfProposal } from "./proposal-record.server";
import type { ProposalState } from "./rules/proposal-lifecycle";

/** Proposals as list lines, with the student's name. */
export const proposalLines = async (rows: readonly ProposalRow[]) => {
  const students = await read.student.findMany({
    where: { id: { in: [...new Set(rows.map((row) => row.studentId))] } },
    select: { id: true, name: true },
  });
  const names = new Map(students.map((one) => [one.id, one.name]));
  return rows.map((row) => {
    const { title, startsOn, endsOn } = termsOfProposal(row);
    return {
      id: row.id,
      title,
      startsOn,
      endsOn,
      host: row.hostName,
      student: names.get(row.studentId) ?? "",
      state: row.state as ProposalState,
      replyBy: row.replyBy,
      createdAt: row.createdAt.toISOString(),
    };
  });
};

export type ProposalLine = Awaited<ReturnType<typeof proposalLines>>[number];
