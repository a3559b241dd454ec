import { afterEach, beforeEach, expect, vi } from "vitest";

let errors: unknown[][] = [];

/** Expect (and swallow) console.error in a test that provokes one. */
export const takeConsoleErrors = (): unknown[][] => {
  const taken = errors;
  errors = [];
  return taken;
};

beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    errors.push(args);
  });
});

afterEach(() => {
  const unexpected = errors;
  errors = [];
  expect(unexpected, "an unexpected console.error fails a test").toEqual([]);
});
