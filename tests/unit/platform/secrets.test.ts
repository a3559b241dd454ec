import { Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookupHash, openField, sealField } from "~/platform/crypto/fields.server";
import { hashToken, isSigned, newToken, signText } from "~/platform/crypto/tokens.server";
import { newId } from "~/platform/id";
import { logTo } from "~/platform/log/log.server";

describe("sealed fields", () => {
  test("open to what was sealed, and never look the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (plain) => {
        const sealed = sealField("person.phone", plain);
        expect(openField("person.phone", sealed)).toBe(plain);
        expect(sealField("person.phone", plain)).not.toBe(sealed);
      }),
    );
    expect(sealField("person.phone", "13800000000")).not.toContain("13800000000");
  });

  test("do not open in another place, altered, or when they are no sealed field", () => {
    const sealed = sealField("person.phone", "13800000000");
    expect(() => openField("person.email", sealed)).toThrow();
    const [version, iv, tag, body] = sealed.split(".") as [string, string, string, string];
    const flip = (text: string) => `${text[0] === "A" ? "B" : "A"}${text.slice(1)}`;
    for (const broken of [
      [version, flip(iv), tag, body],
      [version, iv, flip(tag), body],
      [version, iv, tag, flip(body)],
      ["v0", iv, tag, body],
      [version, iv, tag],
      [""],
    ]) {
      expect(() => openField("person.phone", broken.join("."))).toThrow();
    }
  });

  test("are found by a keyed hash that forgives case and spaces, and differs by place", () => {
    expect(lookupHash("person.email", " Lin@School.cn ")).toBe(lookupHash("person.email", "lin@school.cn"));
    expect(lookupHash("person.email", "x")).not.toBe(lookupHash("person.phone", "x"));
    expect(lookupHash("person.email", "lin@school.cn")).not.toContain("lin");
  });
});

describe("tokens and signatures", () => {
  test("a token has 256 bits and its hash does not give it back", () => {
    const tokens = Array.from({ length: 500 }, newToken);
    expect(new Set(tokens).size).toBe(500);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/);
    expect(hashToken(tokens[0]!)).toMatch(/^[0-9a-f]{64}$/);
    expect(hashToken(tokens[0]!)).not.toBe(hashToken(tokens[1]!));
  });

  test("a signature holds for its text and its purpose alone", () => {
    const signature = signText("cursor", "abc");
    expect(isSigned("cursor", "abc", signature)).toBe(true);
    expect(isSigned("cursor", "abd", signature)).toBe(false);
    expect(isSigned("consent", "abc", signature)).toBe(false);
    expect(isSigned("cursor", "abc", `${signature}x`)).toBe(false);
    expect(isSigned("cursor", "abc", "")).toBe(false);
  });
});

describe("the log", () => {
  const written = (work: (log: ReturnType<typeof logTo>) => void): string => {
    const chunks: string[] = [];
    const stream = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk.toString());
        done();
      },
    });
    work(logTo(stream));
    return chunks.join("");
  };

  test("writes one JSON object a line, without secrets and personal fields at any depth people log", () => {
    const secrets = {
      password: "p-1",
      token: "p-2",
      cookie: "p-3",
      authorization: "p-4",
      idNumber: "p-5",
      phone: "p-6",
      email: "p-7",
      birthDate: "p-8",
      secret: "p-9",
    };
    const text = written((log) => {
      log.info({ requestId: "r1", ...secrets }, "one");
      log.info({ requestId: "r2", person: secrets }, "two");
      log.info({ requestId: "r3", request: { headers: secrets } }, "three");
    });
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { requestId: string; msg: string });
    expect(lines.map((line) => line.requestId)).toEqual(["r1", "r2", "r3"]);
    expect(text).not.toMatch(/p-\d/);
  });

  test("writes the path of a mailed link without its secret", () => {
    const token = newToken();
    const id = newId();
    const text = written((log) => {
      log.info({ path: `/password/reset/${token}` }, "answered");
      log.info({ path: `/consents/${token}/sign` }, "answered");
      log.info({ path: `/listings/${id}` }, "answered");
    });
    expect(text).not.toContain(token);
    expect(text).toContain("/password/reset/[redacted]");
    expect(text).toContain("/consents/[redacted]/sign");
    expect(text).toContain(`/listings/${id}`);
  });
});
