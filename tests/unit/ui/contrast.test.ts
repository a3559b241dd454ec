import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("../../../app/ui/styles/tokens.css", import.meta.url), "utf8");
const tiles = readFileSync(new URL("../../../app/ui/styles/tables.css", import.meta.url), "utf8");

type Tokens = Record<string, string>;

const tokensOf = (selector: string): Tokens => {
  const start = css.indexOf(selector);
  expect(start, selector).toBeGreaterThan(-1);
  const block = css.slice(css.indexOf("{", start), css.indexOf("}", start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]),
  );
};

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

const luminance = (rgb: number[]): number => {
  const [r = 0, g = 0, b = 0] = rgb
    .map((channel) => channel / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const ratio = (a: number[], b: number[]): number => {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

const TONES = {
  light: '[data-theme="light"]',
  dark: "@media screen {",
  system: ":root:not([data-theme])",
};

/** Text on every ground it is used on: 4.5 (WCAG 2.2, 1.4.3). */
const TEXT: [string, string[]][] = [
  ["ink", ["paper", "surface", "sunk", "qing-tint", "jade-tint", "amber-tint", "red-tint"]],
  ["soft", ["paper", "surface", "sunk", "amber-tint", "red-tint"]],
  ["faint", ["paper", "surface", "sunk"]],
  ["qing", ["paper", "surface", "sunk", "qing-tint", "amber-tint", "red-tint"]],
  ["jade", ["paper", "surface", "jade-tint"]],
  ["amber", ["paper", "surface", "amber-tint"]],
  ["red", ["paper", "surface", "red-tint"]],
  ["on-qing", ["qing", "qing-deep"]],
  ["on-red", ["red", "red-deep"]],
];

/** The edges of controls and the large characters of a seal: 3 (1.4.11 and 1.4.3 for large text). */
const SHAPES: [string, string[]][] = [
  ["edge", ["paper", "surface", "sunk"]],
  ["cinnabar", ["paper", "surface"]],
];

describe.each(Object.entries(TONES))("the %s tone", (_name, selector) => {
  const tokens = tokensOf(selector);
  const pairs = (list: [string, string[]][], least: number) =>
    list.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground, least] as const));

  it.each([...pairs(TEXT, 4.5), ...pairs(SHAPES, 3)])("%s on %s reaches %d", (front, ground, least) => {
    expect(tokens[front], front).toBeDefined();
    expect(tokens[ground], ground).toBeDefined();
    expect(ratio(channels(tokens[front]!), channels(tokens[ground]!))).toBeGreaterThanOrEqual(least);
  });

  it("keeps the character in a map tile readable at every level", () => {
    const levels = [
      ...tiles.matchAll(/key-l(\d) \{\s+background: color-mix\(in srgb, var\(--qing\) (\d+)%/g),
    ];
    expect(levels.map((match) => match[1])).toEqual(["1", "2", "3", "4"]);
    for (const [, level, share] of levels) {
      const part = Number(share) / 100;
      const paper = channels(tokens.paper!);
      const fill = channels(tokens.qing!).map((channel, at) => channel * part + paper[at]! * (1 - part));
      const text = Number(level) >= 4 ? tokens["on-qing"]! : tokens.ink!;
      expect(ratio(channels(text), fill), `level ${level}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it("tells the dark tone the same way whether asked for or taken from the system", () => {
  expect(tokensOf(TONES.system)).toEqual(tokensOf(TONES.dark));
});

it("spends cinnabar on seals alone", () => {
  const users = ["base", "frame", "phone", "controls", "fields", "patterns", "records", "tables"].flatMap(
    (name) => {
      const sheet = readFileSync(new URL(`../../../app/ui/styles/${name}.css`, import.meta.url), "utf8");
      return [...sheet.matchAll(/([^{}]+)\{[^{}]*var\(--cinnabar\)[^{}]*\}/g)].map((match) =>
        match[1]!.trim(),
      );
    },
  );
  expect(users.length).toBeGreaterThan(0);
  for (const selector of users) expect(selector).toMatch(/\.seal/);
});
