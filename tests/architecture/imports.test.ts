import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Source, sourcesOf } from "./sources";

/** The rooms from top to bottom: a room may import those above it, never below. */
const ROOMS = [
  "catalogues",
  "identity",
  "organizations",
  "regulations",
  "matching",
  "marketplace",
  "agreements",
  "placements",
  "pathways",
  "articulation",
  "credits",
  "resources",
  "surveys",
  "oversight",
  "api",
] as const;

/** Rooms without I/O, which know of others only the catalogues. */
const PURE_ROOMS = new Set(["regulations", "matching"]);

const FOUNDATIONS = new Set(["platform", "ui", "words"]);

const sources = sourcesOf("app");

const roomOf = (path: string): string | null => path.match(/^app\/([a-z]+)\//)?.[1] ?? null;

const isTest = (source: Source): boolean => source.file.startsWith("app/cli/");

/** Why an arrow is not allowed, with where the code should go; null when it is. */
const objection = (source: Source, target: string): string | null => {
  const from = roomOf(source.file);
  const to = roomOf(target);
  if (!from || isTest(source) || !target.startsWith("app/")) return null;
  if (from === to) return null;
  if (to === null) {
    return ["app/root", "app/routes"].some((f) => target.startsWith(f)) && from !== "api"
      ? "a room must not know the composition; pass what it needs as data"
      : null;
  }
  if (FOUNDATIONS.has(to)) {
    if (from === "platform" && to === "ui" && !source.file.includes("/routes/"))
      return "platform must not draw; move the component to ui or the room";
    return null;
  }
  if (FOUNDATIONS.has(from)) return `${from} knows no business; move the code to ${to} or pass it in`;
  const up = ROOMS.indexOf(to as (typeof ROOMS)[number]);
  const here = ROOMS.indexOf(from as (typeof ROOMS)[number]);
  if (up === -1 || here === -1) return "an unknown room; name it in tests/architecture and app/README.md";
  if (up > here) return `${from} stands above ${to}; move the shared part up, or let ${to} call ${from}`;
  if (
    PURE_ROOMS.has(from) &&
    to !== "catalogues" &&
    !source.file.includes("/routes/") &&
    !source.file.includes("/cli/")
  ) {
    return `${from} is pure: it may import only the catalogues' types`;
  }
  return null;
};

describe("who may import whom", () => {
  it("draws no illegal arrow", () => {
    const wrong = sources.flatMap((source) =>
      source.imports.flatMap((target) => {
        const why = objection(source, target);
        return why ? [`${source.file} → ${target}: ${why}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it("keeps rules pure", () => {
    const impure =
      /^(node:(?!crypto$)|@remix-run|better-sqlite3|nodemailer|@prisma)|\.server$|\/db\/|\/mail\//;
    const wrong = sources
      .filter((source) => source.file.includes("/rules/"))
      .flatMap((source) => [
        ...source.imports
          .filter((target) => impure.test(target))
          .map((target) => `${source.file} → ${target}`),
        ...(/\bDate\.now\(\)|new Date\(\)|Math\.random\(\)/.test(source.text)
          ? [`${source.file}: reads the clock or chance`]
          : []),
      ]);
    expect(wrong, "rules do no I/O and have no clock").toEqual([]);
  });

  it("keeps server code out of components and writing out of queries", () => {
    const wrong = sources.flatMap((source) => {
      if (source.file.includes("/components/") || source.file.startsWith("app/ui/")) {
        return source.runs
          .filter((t) => t.endsWith(".server"))
          .map((t) => `${source.file} → ${t}: a component gets data, not a server file`);
      }
      if (source.file.includes("/queries/")) {
        return source.runs
          .filter(() => /\b(?:inTransaction|decide|record)\(/.test(source.text))
          .filter((t) => /\/db\/gate\.server$|\/decide\.server$|\/events\/record\.server$/.test(t))
          .map((t) => `${source.file} → ${t}: queries never write`);
      }
      return [];
    });
    expect(wrong).toEqual([]);
  });

  it("lets only the gate reach the writing client", () => {
    const wrong = sources
      .filter((source) => /\bwriterForGate\b/.test(source.text))
      .map((source) => source.file)
      .filter((file) => !/platform\/db\/(client|gate)\.server\.ts$/.test(file));
    expect(wrong).toEqual([]);
  });

  it("uses tx, never the outer client, inside a transaction", () => {
    const wrong = sources.flatMap((source) => {
      const bodies = [...source.text.matchAll(/(?:inTransaction|decide)\(\s*(?:async\s*)?\(?tx\)?\s*=>/g)];
      return bodies
        .map((match) => bodyFrom(source.text, (match.index ?? 0) + match[0].length))
        .filter((body) => /\bread\.[a-z]|\binTransaction\(|\bdecide\(/.test(body))
        .map(() => `${source.file}: inside a transaction only tx may be used`);
    });
    expect(wrong).toEqual([]);
  });
});

/** The text of an arrow function's body, by counting brackets from its arrow. */
const bodyFrom = (text: string, start: number): string => {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at]!;
    if ("({[".includes(char)) depth += 1;
    if (")}]".includes(char)) {
      depth -= 1;
      if (depth < 0 || (depth === 0 && char === "}")) return text.slice(start, at);
    }
  }
  return text.slice(start);
};

describe("the top of the house", () => {
  it("has only rooms that are named", () => {
    const known = new Set<string>([...ROOMS, ...FOUNDATIONS, "cli"]);
    const folders = readdirSync("app", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).filter((name) => !known.has(name))).toEqual([]);
  });
});
