import { describe, expect, it } from "vitest";
import { matchExpression, searchTokens } from "~/platform/db/text-tokens.server";

describe("words a text is found by", () => {
  it("gives long words with their parts", () => {
    expect(searchTokens("数控机床")).toEqual(expect.arrayContaining(["数控", "机床", "数控机床"]));
  });

  it("reads full width and capitals alike, drops punctuation, keeps each word once", () => {
    expect(searchTokens("ＣＮＣ，cnc！")).toEqual(["cnc"]);
    expect(searchTokens("！？ 。")).toEqual([]);
  });

  it("quotes every token, so that nothing typed is an operator", () => {
    expect(matchExpression(['a"b', "OR"])).toBe('"a""b" AND "OR"');
    expect(matchExpression(["gz"], "all", true)).toBe('"gz"*');
    expect(matchExpression(["a", "b"], "any")).toBe('"a" OR "b"');
    expect(matchExpression([])).toBeNull();
  });
});
