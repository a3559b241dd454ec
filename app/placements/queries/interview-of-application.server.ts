import type { Person } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { sideIn } from "../application-record.server";

/** The newest interview of an application its reader may see, with the application's title; null for everybody else. */
export const interviewOfApplication = async (actor: Person, applicationId: string, now: Date) => {
  const row = await read.application.findUnique({ where: { id: applicationId } });
  const side = row && (await sideIn(read, row, actor, civilDate(now)));
  if (!row || !side) return null;
  const interview = await read.interview.findFirst({
    where: { applicationId },
    orderBy: [{ createdAt: "desc" }, { sequence: "desc" }],
  });
  return interview && { title: row.title, interview };
};
