import { shownWording, wordingOn } from "~/identity/rules/consent-wordings";
import { isMinorOn } from "~/identity/rules/minority";
import { openField } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { insertMany } from "~/platform/db/insert-many.server";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";

/**
 * Words of consent of a whole cohort to the hosts it chose, as paper forms brought them in: every student's, and for
 * minors a guardian's, but for every eleventh minor, whose guardian has not answered yet.
 */
export const consentOnPaper = async (
  wishes: ReadonlyMap<string, ReadonlySet<string>>,
  school: string,
  at: Date,
): Promise<void> => {
  const on = civilDate(at);
  const wording = wordingOn("share_application", on);
  const [students, hosts] = await Promise.all([
    read.student.findMany({
      where: { id: { in: [...wishes.keys()] } },
      orderBy: { studentNumber: "asc" },
      select: {
        id: true,
        name: true,
        birthDateSealed: true,
        guardians: { where: { endedAt: null }, take: 1, select: { id: true } },
      },
    }),
    read.organization.findMany({
      where: { id: { in: [...new Set([...wishes.values()].flatMap((hosts) => [...hosts]))] } },
      select: { id: true, name: true },
    }),
  ]);
  const nameOf = new Map(hosts.map(({ id, name }) => [id, name]));
  let minors = 0;
  const rows = students.flatMap((student) => {
    const born = openField("student.birthDate", student.birthDateSealed ?? "");
    const minor = isMinorOn(born, on);
    if (minor) minors += 1;
    const guardian = minor && minors % 11 !== 0 ? student.guardians[0] : undefined;
    return [...(wishes.get(student.id) ?? [])].flatMap((recipientId) => {
      const shown = shownWording(wording, "zh-CN", {
        student: student.name,
        school,
        recipient: nameOf.get(recipientId) ?? null,
      });
      return [null, ...(guardian ? [guardian.id] : [])].map((guardianId) => ({
        id: newId(at.getTime()),
        studentId: student.id,
        party: guardianId ? "guardian" : "student",
        guardianId,
        personId: null,
        act: "given",
        purpose: "share_application",
        recipientId,
        wordingVersion: shown.version,
        wordingHash: shown.hash,
        language: "zh-CN",
        scope: shown.scope.join(","),
        reason: null,
        how: "link",
        requestId: null,
        at,
      }));
    });
  });
  await inTransaction((tx) => insertMany(tx, "Consent", rows));
};
