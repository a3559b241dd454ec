import { describe, expect, it } from "vitest";
import type { WordTree } from "~/platform/i18n/words";
import { words as en } from "~/words/en";
import { words as zh } from "~/words/zh-CN";
import { sourcesOf } from "./sources";

const leaves = (tree: WordTree, prefix = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${prefix}${key}`, value] as [string, string]]
      : leaves(value, `${prefix}${key}.`),
  );

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1]!.replace(/(Zh|En)$/, "")).sort();

const chinese = new Map(leaves(zh));
const english = new Map(leaves(en));

describe("the words", () => {
  it("say everything in both languages, with the same placeholders", () => {
    const wrong = [...chinese].flatMap(([key, text]) => {
      const other = english.get(key);
      if (other === undefined || (other === "") !== (text === "")) return [`${key}: no English`];
      const [a, b] = [placeholders(text), placeholders(other)].map((names) => [...new Set(names)].join(","));
      return a === b ? [] : [`${key}: ${a} ≠ ${b}`];
    });
    expect(wrong).toEqual([]);
  });

  it("are English in English, but for a quoted term, and empty only where the Chinese is", () => {
    const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
    const untranslated = (text: string) => count(text, /[\u4e00-\u9fff]/g) * 3 > count(text, /[A-Za-z]/g);
    const wrong = [...english].filter(
      ([key, text]) =>
        (text.trim() === "" && chinese.get(key) !== "") ||
        (untranslated(text) && key !== "platform.nav.language"),
    );
    expect(wrong.map(([key, text]) => `${key}: ${text}`)).toEqual([]);
  });

  it("are not written into pages", () => {
    const wrong = sourcesOf("app")
      .filter(
        (source) => /\/(routes|components)\//.test(source.file) && source.file !== "app/ui/routes/kit.tsx",
      )
      .flatMap((source) =>
        source.text
          .split("\n")
          .map((line, index) => ({ line: line.replace(/\/\/.*|\/\*.*?\*\/|^\s*\*.*/g, ""), index }))
          .filter(({ line }) => /[\u4e00-\u9fff]/.test(line))
          .map(({ index }) => `${source.file}:${index + 1}`),
      );
    expect(wrong, "a page's words belong in app/words").toEqual([]);
  });
});
