/** One word of the consent ledger about an internship at one host; `on` is the civil date it was said. */
export type ConsentWord = { guardianId: string | null; party: string; act: string; on: string; at: string };

/**
 * When student and guardian agreed to the internship. Goes in: the words about one student and host in any order, and
 * the guardians now linked. Comes out: the day each agreed and still does, or null. Adults need a guardian's or parent's
 * word as well: the informed consent is signed by both for every internship on a post (INT-12). One guardian is enough
 * unless another linked one refused or took it back.
 */
export const consentDays = (
  words: readonly ConsentWord[],
  guardianIds: readonly string[],
): { student: string | null; guardian: string | null } => {
  const last = new Map<string, ConsentWord>();
  for (const word of [...words].sort((a, b) => a.at.localeCompare(b.at))) {
    last.set(word.guardianId ?? "student", word);
  }
  const student = last.get("student");
  const spoken = guardianIds.flatMap((id) => last.get(id) ?? []);
  const against = spoken.some((word) => word.act !== "given");
  const given = spoken.filter((word) => word.act === "given").map((word) => word.on);
  return {
    student: student?.act === "given" ? student.on : null,
    guardian: against ? null : (given.sort()[0] ?? null),
  };
};
