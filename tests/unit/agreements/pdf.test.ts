import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coverageOf } from "~/agreements/pdf/coverage";

const drawable = coverageOf(
  readFileSync("node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf"),
);

describe("the characters of a PDF", () => {
  it("keeps what the font can draw, the rare ones of names included", () => {
    const text = "甲方：南粤精密（番禺）有限公司 1,200 元；缫丝、髹漆、沚、骉";
    expect(drawable(text)).toBe(text);
  });

  it("gives the number of what it cannot and drops control characters", () => {
    expect(drawable("😀面\u0007店\n二行")).toBe("〔U+1F600〕面店\n二行");
  });
});
