import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { parseForm, parseQuery, refusedState, typedFrom } from "~/platform/http/form.server";
import { errorFor, shown, ticked } from "~/platform/http/form-state";
import { issuePointer } from "~/platform/http/issue";
import { localPath } from "~/platform/http/local-path";
import { mayChange } from "~/platform/http/origin";
import { pointerOf } from "~/platform/http/problem.server";
import { statusOf } from "~/platform/http/respond.server";
import { securityHeaders } from "~/platform/http/security-headers";

describe("where a request may come from", () => {
  const request = {
    method: "POST",
    host: "bridge.example",
    origin: undefined,
    referer: undefined,
    fetchSite: undefined,
    authorization: undefined,
    hasCookie: true,
  };

  test.each([
    [
      "reading from anywhere",
      { method: "GET", origin: "https://evil.example", fetchSite: "cross-site" },
      true,
    ],
    ["our own page", { origin: "https://bridge.example", fetchSite: "same-origin" }, true],
    ["our own page by referer", { referer: "https://bridge.example/login" }, true],
    ["a typed address", { fetchSite: "none" }, true],
    ["another site", { origin: "https://evil.example" }, false],
    ["another site that says so", { fetchSite: "cross-site" }, false],
    ["a sibling site", { origin: "https://x.bridge.example", fetchSite: "same-site" }, false],
    ["another port", { origin: "https://bridge.example:8443" }, false],
    ["a name that only begins like ours", { origin: "https://bridge.example.evil.example" }, false],
    ["a sandboxed frame", { origin: "null" }, false],
    ["nonsense", { origin: "nonsense" }, false],
    ["a program without a browser", {}, true],
    [
      "a program with a key from anywhere",
      { authorization: "Bearer k", origin: "https://x.example", hasCookie: false },
      true,
    ],
    ["a key does not excuse a cookie", { authorization: "Bearer k", origin: "https://x.example" }, false],
    ["deleting", { method: "DELETE", origin: "https://evil.example" }, false],
    ["an unknown method", { method: "PURGE", origin: "https://evil.example" }, false],
  ])("%s", (_name, given, allowed) => {
    expect(mayChange({ ...request, ...given })).toBe(allowed);
  });
});

describe("where to go next", () => {
  test.each([
    ["/workspace", "/workspace"],
    ["/listings?q=%E6%95%B0%E6%8E%A7&page=2", "/listings?q=%E6%95%B0%E6%8E%A7&page=2"],
    ["/a/../b", "/b"],
    ["https://evil.example/", "/home"],
    ["//evil.example", "/home"],
    ["/\\evil.example", "/home"],
    ["\\/evil.example", "/home"],
    ["/\t/evil.example", "/home"],
    ["/\n/evil.example", "/home"],
    ["/.//evil.example", "/home"],
    ["/a/..//evil.example", "/home"],
    ["/%2e//evil.example", "/home"],
    ["javascript:alert(1)", "/home"],
    ["", "/home"],
    [undefined, "/home"],
    [7, "/home"],
  ])("%j leads to %s", (given, path) => {
    expect(localPath(given, "/home")).toBe(path);
  });

  test("whatever is given, the browser stays on this site", () => {
    const nasty = fc
      .array(
        fc.constantFrom(
          "/",
          "\\",
          "\t",
          "\n",
          "\r",
          " ",
          ".",
          "@",
          ":",
          "evil.example",
          "?",
          "#",
          "%2f",
          "%5c",
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string(), fc.webUrl()), (given) => {
        const path = localPath(given, "/home");
        expect(new URL(path, "https://bridge.example").origin).toBe("https://bridge.example");
      }),
      { numRuns: 2000 },
    );
  });
});

const formOf = (entries: readonly [string, string][]): FormData => {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

describe("reading a form", () => {
  const schema = z.object({
    title: z.string().min(2),
    seats: z.number().int().min(1),
    minors: z.boolean().optional(),
    kinds: z.array(z.string()).min(1),
    rows: z.array(z.object({ name: z.string().min(1), count: z.number() })).optional(),
    code: z
      .string()
      .regex(/^\d{6}$/, "organizations.errors.code")
      .optional(),
  });

  test("numbers, ticks, lists and rows come out as such; text is trimmed and empty is absent", () => {
    const parsed = parseForm(
      formOf([
        ["title", "  数控车工 "],
        ["seats", "1,200"],
        ["minors", "on"],
        ["kinds", "a"],
        ["kinds", "b"],
        ["rows[0].name", "甲"],
        ["rows[0].count", "2"],
        ["code", "   "],
      ]),
      schema,
    );
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        title: "数控车工",
        seats: 1200,
        minors: true,
        kinds: ["a", "b"],
        rows: [{ name: "甲", count: 2 }],
      },
    });
  });

  test("every wrong field is named with what to do, and nothing typed is lost", () => {
    const typed: [string, string][] = [
      ["title", "x"],
      ["seats", "many"],
      ["rows[1].name", ""],
      ["rows[1].count", "2"],
      ["rows[0].name", "甲"],
      ["rows[0].count", "two"],
      ["code", "12"],
    ];
    const parsed = parseForm(formOf(typed), schema);
    if (parsed.ok) throw new Error("taken");
    const errors = Object.fromEntries(parsed.state.fields.map((field) => [field.field, field.key]));
    expect(errors).toEqual({
      title: "errors.tooShort",
      seats: "errors.notANumber",
      kinds: "errors.tooFew",
      "rows[0].count": "errors.notANumber",
      "rows[1].name": "errors.required",
      code: "organizations.errors.code",
    });
    for (const [name, value] of typed) expect(shown(parsed.state, name)).toBe(value);
  });

  test("after a refusal a field shows what was typed, else what is stored", () => {
    const state = refusedState(
      {
        code: "invalid",
        key: "errors.checkFields",
        fields: [{ field: "a", key: "errors.tooShort", values: { min: 2 } }],
      },
      { a: "", b: ["x", "y"] },
    );
    const words = (key: string, values?: Record<string, string | number>) =>
      `${key} ${values?.min ?? ""}`.trim();
    expect(shown(state, "a", "stored")).toBe("");
    expect(shown(null, "a", 7)).toBe("7");
    expect(shown(null, "a", null)).toBeUndefined();
    expect(ticked(state, "b", ["z"])).toEqual(["x", "y"]);
    expect(ticked(state, "c", ["z"])).toEqual([]);
    expect(ticked(null, "c", ["z"])).toEqual(["z"]);
    expect(errorFor(state, "a", words)).toBe("errors.tooShort 2");
    expect(errorFor(state, "b", words)).toBeUndefined();
  });

  test("a query string is read as a form would be", () => {
    const parsed = parseQuery(
      new URLSearchParams("q=%E6%95%B0%E6%8E%A7&radius=30"),
      z.object({ q: z.string(), radius: z.number() }),
    );
    expect(parsed).toMatchObject({ ok: true, value: { q: "数控", radius: 30 } });
  });

  test("a field sent several times becomes a list, a file is left out", () => {
    const form = formOf([
      ["a", "1"],
      ["a", "2"],
      ["a", "3"],
    ]);
    form.append("file", new File(["x"], "x.txt"));
    expect(typedFrom(form)).toEqual({ a: ["1", "2", "3"] });
  });
});

describe("telling the machine", () => {
  test.each([
    ["posts[0].name", "/posts/0/name"],
    ["", ""],
    ["a", "/a"],
    ["rows[12].codes[3]", "/rows/12/codes/3"],
  ])("the field %s is %s", (field, pointer) => {
    expect(pointerOf(field)).toBe(pointer);
  });

  test("a pointer escapes what JSON pointers escape", () => {
    const issue = z.object({ "a/b~c": z.string() }).safeParse({}).error?.issues[0];
    expect(issue && issuePointer(issue)).toBe("/a~1b~0c");
  });

  test("every refusal has its status", () => {
    const status = (code: Parameters<typeof statusOf>[0]["code"]) =>
      statusOf({ code, key: "errors.notFound" });
    expect(
      ["not_found", "forbidden", "conflict", "invalid", "blocked", "limited"].map((code) =>
        status(code as "invalid"),
      ),
    ).toEqual([404, 403, 409, 422, 422, 429]);
  });

  test("scripts run only with this answer's nonce, and no other site frames us", () => {
    const headers = securityHeaders({ nonce: "n0", production: true, https: true });
    const policy = headers["Content-Security-Policy"]!;
    expect(policy).toContain("script-src 'self' 'nonce-n0';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy.split(";").find((part) => part.includes("script-src"))).not.toContain("unsafe-inline");
    expect(headers["Strict-Transport-Security"]).toContain("max-age=31536000");
    expect(
      securityHeaders({ nonce: "n", production: true, https: false })["Strict-Transport-Security"],
    ).toBeUndefined();
  });
});
