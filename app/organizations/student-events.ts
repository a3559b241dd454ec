/** What this room records of a student, in the past tense; words are `students.events.*`. */
export const STUDENT_EVENTS = [
  "student.recorded",
  "student.corrected",
  "student.revealed",
  "student.invited",
  "student.claimed",
  "student.wrong_proof",
  "student.state_changed",
  "student.exported",
  "student.erased",
  "student.data_asked",
  "student.data_answered",
  "student.credit_entered",
  "student.outcome_kept",
  "consent.asked",
  "consent.given",
  "consent.refused",
  "consent.withdrawn",
  "consent.wrong_digits",
  "guardian.added",
  "guardian.changed",
  "guardian.ended",
  "guardian.linked",
  "roster.imported",
] as const;

export type StudentEventName = (typeof STUDENT_EVENTS)[number];

type Told = { id: string; name: string; at: Date; actorName: string; payload: Record<string, unknown> };

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Events about a student as pages show them; those of others' concern are left out. */
export const studentHistory = (told: readonly Told[]) =>
  told.flatMap(({ id, name, at, actorName, payload }) => {
    const key = studentEventKey(name);
    if (!key) return [];
    const { reason, purpose, to } = payload;
    return [
      {
        id,
        key,
        at: at.toISOString(),
        actor: actorName,
        reason: text(reason),
        purpose: text(purpose),
        state: text(to),
      },
    ];
  });

/** The word key of an event about students, or null for another's: "student.revealed" → "student_revealed". */
export const studentEventKey = (name: string): string | null =>
  STUDENT_EVENTS.some((one) => one === name) ? name.replace(".", "_") : null;
