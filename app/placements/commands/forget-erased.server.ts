import { systemActor } from "~/platform/command";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { dropFile } from "~/platform/files/store.server";
import { newId } from "~/platform/id";
import type { Clock } from "~/platform/time/clock";
import { endedColumns, letGo, saveApplication, tellApplication } from "../application-record.server";
import { PROFILE_FILE, profileFiles } from "../profile-files.server";
import { OPEN_STATES } from "../rules/application-lifecycle";

const AT_ONCE = 200;

/**
 * Deletes what erased students had written of themselves: profile, files, the words in their applications; open ones end.
 * Goes in: the clock. Comes out: how many students were forgotten, at most 200 a time. Running it again does nothing.
 * Source: 《个人信息保护法》 art. 47 (deletion).
 */
export const forgetErased = async (clock: Clock): Promise<number> => {
  const profiles = await read.studentProfile.findMany({ select: { studentId: true }, take: 20_000 });
  const written = await read.application.findMany({
    where: { OR: [{ message: { not: "" } }, { state: { in: [...OPEN_STATES] } }] },
    distinct: ["studentId"],
    select: { studentId: true },
    take: 20_000,
  });
  const ids = [...new Set([...profiles, ...written].map((one) => one.studentId))];
  const erased: string[] = [];
  for (let from = 0; from < ids.length && erased.length < AT_ONCE; from += 1_000) {
    const rows = await read.student.findMany({
      where: { id: { in: ids.slice(from, from + 1_000) }, state: "erased" },
      select: { id: true },
    });
    erased.push(...rows.map((row) => row.id));
  }
  for (const studentId of erased.slice(0, AT_ONCE)) {
    const at = clock.now();
    const ctx = { actor: systemActor("产教桥"), clock, requestId: newId() };
    const files = await inTransaction(async (tx) => {
      const held = await profileFiles(tx, studentId);
      await tx.storedFile.deleteMany({ where: { subjectType: PROFILE_FILE, subjectId: studentId } });
      await tx.studentProfile.deleteMany({ where: { studentId } });
      const open = await tx.application.findMany({ where: { studentId, state: { in: [...OPEN_STATES] } } });
      for (const row of open) {
        const ended = await saveApplication(tx, row, at, {
          ...endedColumns("withdrawn", at),
          reason: "erased",
        });
        await letGo(tx, row.id, at);
        await tellApplication(tx, ctx, ended, "withdrawn");
      }
      await tx.application.updateMany({ where: { studentId }, data: { message: "", note: null } });
      return held;
    });
    for (const file of files) await dropFile(file.storageKey);
  }
  return Math.min(erased.length, AT_ONCE);
};
