export const STUDENT_STATES = ["active", "left", "graduated", "erased"] as const;
export type StudentState = (typeof STUDENT_STATES)[number];

const MOVES: Record<StudentState, readonly StudentState[]> = {
  active: ["left", "graduated"],
  left: ["active"],
  graduated: ["active"],
  erased: [],
};

/** The states a school may move a student to. Erasure is the student's own and has no way back. House rule. */
export const nextStudentStates = (state: StudentState): readonly StudentState[] => MOVES[state];
