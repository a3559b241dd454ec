import type { PublicCheck, PublicVerification } from "./rules/public-check";

/** What came of checking a file somebody brought. */
export type FileCheck =
  | { kind: "pdf"; code: string; result: PublicCheck }
  | { kind: "bundle"; code: string | null; verification: PublicVerification }
  | { kind: "unreadable"; place: string; detail: string }
  | { kind: "unknown" };
