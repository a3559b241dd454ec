import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** `imports` is everything imported; `runs` leaves out what is imported for its types only and erased by the compiler. */
export type Source = { file: string; text: string; lines: number; imports: string[]; runs: string[] };

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^;'"]*?\sfrom\s)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

const resolveImport = (from: string, target: string): string => {
  if (target.startsWith("~/")) return `app/${target.slice(2)}`;
  if (target.startsWith(".")) return path.posix.normalize(path.posix.join(path.posix.dirname(from), target));
  return target;
};

/** The TypeScript files of the application with what they import, as paths from the project's root. */
export const sourcesOf = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.posix.join(entry.parentPath.replaceAll(path.sep, "/"), entry.name))
    .filter((file) => !file.includes("/generated/"))
    .map((file) => {
      const text = readFileSync(file, "utf8");
      const found = [...text.matchAll(IMPORT)];
      const target = (match: RegExpMatchArray) => resolveImport(file, match[1] ?? match[2] ?? "");
      const imports = found.map(target);
      const runs = found.filter((match) => !/^\s*(?:import|export)\s+type\s/.test(match[0])).map(target);
      return { file, text, lines: text.split("\n").length - (text.endsWith("\n") ? 1 : 0), imports, runs };
    });
