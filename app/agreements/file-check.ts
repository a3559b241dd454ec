import type { CheckResult, Verification } from "./rules/verify";

/** What came of checking a file somebody brought. */
export type FileCheck =
  | { kind: "pdf"; code: string; result: CheckResult }
  | { kind: "bundle"; code: string | null; verification: Verification }
  | { kind: "unreadable"; place: string; detail: string }
  | { kind: "unknown" };
