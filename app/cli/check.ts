import { pathToFileURL } from "node:url";
import { tool } from "./run";

/** Types, lint and format, architecture: the quick look before every commit. Comes out: true when all is well. */
export const check = async (): Promise<boolean> => {
  const steps: [string, () => Promise<number>][] = [
    ["lint and format", () => tool("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])],
    ["types", () => tool("typescript/bin/tsc", ["--noEmit", "-p", "."])],
    ["architecture", () => tool("vitest/vitest.mjs", ["run", "--project", "rules", "tests/architecture"])],
  ];
  for (const [name, step] of steps) {
    console.log(`— ${name}`);
    if ((await step()) !== 0) {
      console.error(`${name}: not well`);
      return false;
    }
  }
  return true;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exit((await check()) ? 0 : 1);
