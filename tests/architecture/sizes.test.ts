import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { sourcesOf } from "./sources";

const sources = sourcesOf("app");

describe("sizes and shapes", () => {
  it("keeps a file at 300 lines and a route at 180, but for the words and the map of URLs", () => {
    const long = sources
      .filter((source) => !source.file.startsWith("app/words/") && source.file !== "app/routes.ts")
      .filter((source) => source.lines > (source.file.includes("/routes/") ? 180 : 300))
      .map((source) => `${source.file}: ${source.lines} lines`);
    expect(long).toEqual([]);
  });

  it("exports one command from a command's file", () => {
    const wrong = sources
      .filter((source) => source.file.includes("/commands/"))
      .map((source) => ({
        file: source.file,
        functions:
          source.text.match(/^export (?:const \w+ = (?:async )?(?:<[^=]*>)?\(|(?:async )?function )/gm)
            ?.length ?? 0,
      }))
      .filter(({ functions }) => functions !== 1)
      .map(({ file, functions }) => `${file}: ${functions} exported functions`);
    expect(wrong).toEqual([]);
  });

  it("documents every exported rule, command and query", () => {
    const wrong = sources
      .filter((source) => /\/(rules|commands|queries)\//.test(source.file))
      .flatMap((source) => {
        const lines = source.text.split("\n");
        return lines.flatMap((line, index) =>
          /^export (?:const \w+ = (?:async )?(?:<[^>]*>)?\(|(?:async )?function )/.test(line) &&
          !lines[index - 1]?.trim().endsWith("*/")
            ? [`${source.file}:${index + 1}`]
            : [],
        );
      });
    expect(wrong, "each needs a docstring: what goes in, what comes out, how it refuses, source").toEqual([]);
  });

  it("has no barrel files and no drawer for odds and ends", () => {
    const barrels = sources
      .filter((source) => /\/index\.tsx?$/.test(source.file) && !source.file.startsWith("app/words/"))
      .map((source) => source.file);
    const drawers = readdirSync("app", { recursive: true })
      .map(String)
      .filter((entry) => !entry.includes("generated"))
      .filter((entry) => ["utils", "helpers", "common", "lib"].includes(path.basename(entry)))
      .filter((entry) => statSync(path.join("app", entry)).isDirectory());
    expect([...barrels, ...drawers]).toEqual([]);
  });
});
