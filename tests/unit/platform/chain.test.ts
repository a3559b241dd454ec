import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, type Json } from "~/platform/events/canonical";
import { CHAIN_START, type ChainLink, linkHash, verifyChain } from "~/platform/events/chain";

const chainOf = (payloads: readonly string[]): (ChainLink & { hash: string })[] => {
  let previousHash = CHAIN_START;
  return payloads.map((payload, index) => {
    const link: ChainLink = {
      id: `event-${index}`,
      subjectType: "listing",
      subjectId: "1",
      sequence: index + 1,
      name: "listing.changed",
      at: "2026-11-22T02:00:00.000Z",
      actor: "{}",
      payload,
      requestId: "r",
      previousHash,
    };
    const hash = linkHash(link);
    previousHash = hash;
    return { ...link, hash };
  });
};

const jsonValue = fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<Json>;

describe("canonical JSON", () => {
  test.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ a: undefined, b: null }, '{"b":null}'],
    [[3, { z: [], y: {} }], '[3,{"y":{},"z":[]}]'],
    [{ 名称: "数控", a: '"' }, '{"a":"\\"","名称":"数控"}'],
    [undefined, "null"],
    [1e21, "1e+21"],
    [-0, "0"],
  ] as const)("%j", (value, text) => {
    expect(canonicalJson(value as Json)).toBe(text);
  });

  test("the order in which keys were written does not matter, and nothing is lost", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), jsonValue), (record) => {
        const entries = Object.entries(record).filter(([key]) => key !== "__proto__");
        const forwards = canonicalJson(Object.fromEntries(entries));
        expect(canonicalJson(Object.fromEntries(entries.reverse()))).toBe(forwards);
        expect(canonicalJson(JSON.parse(forwards) as Json)).toBe(forwards);
      }),
    );
  });

  test("what is no finite number is refused", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonicalJson({ value })).toThrow();
  });
});

describe("a chain", () => {
  test("as it was written is intact, and so is an empty one", () => {
    expect(verifyChain(chainOf(["1", "2", "3"]))).toEqual({ intact: true });
    expect(verifyChain([])).toEqual({ intact: true });
  });

  test("any change of any field of any event is found at that event or the one after", () => {
    const fields = ["id", "subjectType", "subjectId", "name", "at", "actor", "payload", "requestId"] as const;
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.constantFrom(...fields),
        fc.string({ minLength: 1 }),
        (payloads, place, field, added) => {
          const chain = chainOf(payloads);
          const index = place % chain.length;
          chain[index] = { ...chain[index]!, [field]: `${chain[index]![field]}${added}` };
          expect(verifyChain(chain)).toEqual({ intact: false, sequence: index + 1, problem: "hash" });
        },
      ),
    );
  });

  test("an event forged with a hash of its own is found at the next", () => {
    const chain = chainOf(["1", "2", "3"]);
    const { hash: _hash, ...second } = chain[1]!;
    const forged = { ...second, payload: "9" };
    chain[1] = { ...forged, hash: linkHash(forged) };
    expect(verifyChain(chain)).toEqual({ intact: false, sequence: 3, problem: "previous" });
  });

  test("removing, swapping and repeating are found", () => {
    const [one, two, three] = chainOf(["1", "2", "3"]);
    expect(verifyChain([one!, three!])).toEqual({ intact: false, sequence: 2, problem: "gap" });
    expect(verifyChain([two!, one!, three!])).toEqual({ intact: false, sequence: 1, problem: "gap" });
    expect(verifyChain([one!, one!])).toEqual({ intact: false, sequence: 2, problem: "gap" });
  });
});
