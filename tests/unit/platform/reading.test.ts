import { describe, expect, test } from "vitest";
import { DOCUMENT_KINDS, sniffMediaType } from "~/platform/files/sniff";
import { languageOf } from "~/platform/i18n/language";

describe("the reader's language", () => {
  test.each([
    [{}, "zh-CN"],
    [{ "Accept-Language": "en-US,en;q=0.9" }, "en"],
    [{ "Accept-Language": "zh-TW" }, "zh-CN"],
    [{ "Accept-Language": "fr-FR,en;q=0.5,zh;q=0.8" }, "zh-CN"],
    [{ "Accept-Language": "fr,de;q=0.9" }, "zh-CN"],
    [{ "Accept-Language": "en;q=0, zh" }, "zh-CN"],
    [{ "Accept-Language": "en;q=nonsense,zh;q=0.1" }, "zh-CN"],
    [{ "Accept-Language": "*" }, "zh-CN"],
    [{ "Accept-Language": "zh", Cookie: "a=1; bridge_lang=en; b=2" }, "en"],
    [{ "Accept-Language": "en", Cookie: "bridge_lang=zh-CN" }, "zh-CN"],
    [{ "Accept-Language": "en", Cookie: "bridge_lang=xx" }, "en"],
    [{ "Accept-Language": "en", Cookie: "not_bridge_lang=zh-CN" }, "en"],
  ] as const)("%j reads %s", (headers, language) => {
    expect(languageOf(new Headers(headers))).toBe(language);
  });
});

describe("what a file is", () => {
  const bytes = (...head: number[]) => new Uint8Array([...head, ...Array.from({ length: 16 }, () => 32)]);
  const text = (content: string) => new TextEncoder().encode(content);
  const pdf = text("%PDF-1.7");
  const zip = bytes(0x50, 0x4b, 0x03, 0x04);
  const png = bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

  test.each([
    ["a PDF", pdf, "a.pdf", "application/pdf"],
    ["a PDF that calls itself a picture", pdf, "a.png", "application/pdf"],
    ["a picture", png, "x", "image/png"],
    ["a photo", bytes(0xff, 0xd8, 0xff, 0xe0), "x.JPG", "image/jpeg"],
    ["a table", text("a,b\n1,2"), "x.csv", "text/csv"],
    ["a note", text("说明"), "x.TXT", "text/plain"],
    ["a Word file", zip, "x.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a bare archive", zip, "x.zip", null],
    ["a program renamed to a picture", bytes(0x4d, 0x5a, 0x90, 0x00), "x.png", null],
    ["a page that could run scripts", text("<html><script>"), "x.html", null],
    ["a drawing that could run scripts", text("<svg onload=1>"), "x.svg", null],
    ["a program renamed to a table", bytes(0x7f, 0x45, 0x4c, 0x46, 0x00), "x.csv", null],
    ["text without an ending", text("x"), "x", null],
    ["nothing", new Uint8Array(), "x.pdf", null],
  ])("%s", (_name, content, name, kind) => {
    expect(sniffMediaType(content, name)).toBe(kind);
    if (kind) expect(DOCUMENT_KINDS).toContain(kind);
  });
});
