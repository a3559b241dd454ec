import { describe, expect, it } from "vitest";
import { addressKey } from "~/organizations/rules/address-key";
import { type Comparable, isAgent, isLead, likenesses } from "~/organizations/rules/likeness";
import { nameStem } from "~/organizations/rules/name-stem";
import { mayDecideAppeal, stateAfterLift } from "~/organizations/rules/trust-terms";

const PLACES = new Set(["广东", "广州"]);

const one = (values: Partial<Comparable>): Comparable => ({
  id: "a",
  kind: "enterprise",
  name: "广州甲乙精密有限公司",
  industryCode: "3421",
  uscc: null,
  schoolCode: null,
  publicCode: null,
  phoneHash: null,
  mailDomain: null,
  nameStem: null,
  addressKey: null,
  ...values,
});

const school = (values: Partial<Comparable>) =>
  one({ id: "b", kind: "school", name: "岭南机电职业技术学校", industryCode: null, ...values });

describe("the telling part of a name", () => {
  it.each([
    ["岭南机电职业技术学校", "岭南机电"],
    ["岭南机电实业有限公司", "岭南机电"],
    ["广州市岭南机电科技（集团）有限公司", "岭南机电"],
    ["广东广州岭南机电贸易有限公司", "岭南机电"],
    ["广州职业技术学院", "广州"],
  ])("of %s is %s", (name, stem) => {
    expect(nameStem(name, PLACES)).toBe(stem);
  });

  it("is empty when only words of trade are left", () => {
    expect(nameStem("科技有限公司", PLACES)).toBe("");
    expect(nameStem("广东省从化县职业学校", PLACES)).toBe("");
  });
});

describe("the house of an address", () => {
  it("is the same however it is written, and forgets room and floor", () => {
    const key = addressKey("广东省广州市番禺区市桥街光明路 12 号 3 楼 301", "440113");
    expect(key).toBe("4401:市桥街光明路12号");
    expect(addressKey("市桥街光明路１２号", "440113")).toBe(key);
  });

  it("is empty without a house number, and another city's is another house", () => {
    expect(addressKey("市桥街光明路", "440113")).toBe("");
    expect(addressKey("光明路12号", "440113")).not.toBe(addressKey("光明路12号", "440300"));
  });
});

describe("likenesses of two organizations", () => {
  it("names phone, mail domain and address between an enterprise and a school", () => {
    const facts = { phoneHash: "h", mailDomain: "lnjd.example", addressKey: "4401:光明路12号" };
    const found = likenesses(one(facts), school(facts));
    expect(found.relation).toBe("school_enterprise");
    expect(found.facts).toEqual([
      { fact: "phone", value: "" },
      { fact: "mailDomain", value: "lnjd.example" },
      { fact: "address", value: "光明路12号" },
    ]);
    expect(isLead(found)).toBe(true);
  });

  it("is the same in either order", () => {
    const a = one({ phoneHash: "h" });
    const b = school({ phoneHash: "h" });
    expect(likenesses(a, b)).toEqual(likenesses(b, a));
  });

  it("knows an agent by its industry and by its name", () => {
    expect(isAgent(one({ industryCode: "7263" }))).toBe(true);
    expect(isAgent(one({ name: "粤才人力资源有限公司" }))).toBe(true);
    expect(isAgent(one({}))).toBe(false);
    expect(isAgent(school({ name: "劳务学校" }))).toBe(false);
    expect(
      likenesses(one({ industryCode: "7262", phoneHash: "h" }), school({ phoneHash: "h" })).relation,
    ).toBe("school_agent");
  });

  it("does not make a lead of a word in a name, nor of nothing shared, nor of itself", () => {
    const stem = likenesses(one({ nameStem: "岭南机电" }), school({ nameStem: "岭南机电" }));
    expect(stem.facts).toEqual([{ fact: "stem", value: "岭南机电" }]);
    expect(isLead(stem)).toBe(false);
    expect(isLead(likenesses(one({}), school({})))).toBe(false);
    const firms = likenesses(
      one({ mailDomain: "x.example" }),
      one({ id: "c", name: "别家公司", mailDomain: "x.example" }),
    );
    expect(firms).toMatchObject({ relation: "twin", weight: 2 });
    expect(isLead(firms)).toBe(false);
    expect(likenesses(one({ phoneHash: "h" }), one({ phoneHash: "h" })).facts).toEqual([]);
  });

  it("sees two profiles of one body, by code or name, and nothing in two unlike kinds", () => {
    const twin = likenesses(
      school({ schoolCode: "3644000001" }),
      school({ id: "c", publicCode: "3644000001" }),
    );
    expect(twin).toMatchObject({ relation: "twin", weight: 7 });
    expect(likenesses(school({ phoneHash: "h" }), one({ kind: "park", phoneHash: "h" })).relation).toBeNull();
  });
});

describe("a block", () => {
  it("gives back the state before, a waiting one as a draft", () => {
    expect(["verified", "returned", "submitted", "draft"].map(stateAfterLift)).toEqual([
      "verified",
      "returned",
      "draft",
      "draft",
    ]);
  });

  it("is decided by somebody else, or by the same person with a note", () => {
    expect(mayDecideAppeal("x", "y", "")).toBe(true);
    expect(mayDecideAppeal("x", "x", "too short")).toBe(false);
    expect(mayDecideAppeal("x", "x", "电话记录与营业执照均已重新核对，事实无误。")).toBe(true);
  });
});
