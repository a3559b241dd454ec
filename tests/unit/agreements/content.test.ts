import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeFlags, compareContents, compareWithTemplate } from "~/agreements/rules/compare";
import { contentFindings, yearsLater } from "~/agreements/rules/content-findings";
import { stopsSigning } from "~/agreements/rules/finding";
import { findForbiddenWording } from "~/agreements/rules/forbidden-wording";
import { contentDigest } from "~/agreements/rules/freeze";
import { maySitAs } from "~/agreements/rules/kinds";
import { mergeContents } from "~/agreements/rules/merge";
import { chineseNumber } from "~/agreements/rules/numbering";
import { TEMPLATES, templateOf, templatesOn } from "~/agreements/rules/templates/all";
import { diffText } from "~/agreements/rules/token-diff";
import { FIRM, sampleContent } from "./samples";

const keys = (content: ReturnType<typeof sampleContent>) =>
  contentFindings(content)
    .filter((one) => one.verdict !== "pass")
    .map((one) => one.id);

describe("templates", () => {
  it.each(
    TEMPLATES.map((one) => [one.id, one] as const),
  )("%s carries its own mandatory clauses and no forbidden wording", (_id, template) => {
    const purposes = new Set(template.clauses.map((one) => one.purpose));
    expect(template.mandatory.filter((purpose) => !purposes.has(purpose))).toEqual([]);
    expect(template.clauses.flatMap((one) => findForbiddenWording(one.text))).toEqual([]);
    expect(
      template.commitments.filter(
        (one) => !template.roles.includes(one.by) || !template.roles.includes(one.to),
      ),
    ).toEqual([]);
  });

  it("offers those in force, the internship's own one never", () => {
    expect(templatesOn("2026-11-22").map((one) => one.kind)).not.toContain("tripartite_internship");
    expect(templatesOn("2020-01-01")).toEqual([]);
    expect(templateOf("nothing")).toBeNull();
    expect(maySitAs("enterprise", "school")).toBe(false);
    expect(maySitAs("partner_school", "general_school")).toBe(true);
  });
});

describe("findings on content", () => {
  it("a complete draft may be signed", () => {
    expect(stopsSigning(contentFindings(sampleContent()))).toBe(false);
  });

  it("names each mandatory clause that is missing or empty", () => {
    const content = sampleContent();
    const without = {
      ...content,
      clauses: content.clauses
        .filter((one) => one.purpose !== "insurance")
        .map((one) => (one.purpose === "pay" ? { ...one, text: "略" } : one)),
    };
    expect(keys(without)).toEqual(["mandatory:pay", "mandatory:insurance"]);
    expect(stopsSigning(contentFindings(without))).toBe(true);
  });

  it("warns when interns are taken for less than three years, to the day", () => {
    expect(keys(sampleContent({ endsOn: "2029-11-29" }))).toEqual(["period"]);
    expect(keys(sampleContent({ endsOn: "2029-11-30" }))).toEqual([]);
    expect(yearsLater("2024-02-29", 3)).toBe("2027-02-28");
    expect(
      keys(
        sampleContent({
          endsOn: "2026-12-01",
          commitments: sampleContent().commitments.map((one) => ({ ...one, dueOn: null })),
        }),
      ),
    ).toContain("period");
  });

  it("finds promises without owner or date, outside the term, or of one side alone", () => {
    const [first, second, third] = sampleContent().commitments;
    expect(keys(sampleContent({ commitments: [{ ...first!, owner: null }, second!, third!] }))).toEqual([
      "vague:p1",
    ]);
    expect(
      keys(sampleContent({ commitments: [first!, { ...second!, dueOn: "2030-01-01" }, third!] })),
    ).toEqual(["outside:p2"]);
    expect(keys(sampleContent({ commitments: [first!, second!] }))).toEqual(["oneSided"]);
    expect(keys(sampleContent({ commitments: [] }))).toEqual(["commitments"]);
  });

  it("asks a charter for organs, duties and sharing", () => {
    expect(keys(sampleContent({ templateId: "city-consortium-2026" }))).toEqual(
      expect.arrayContaining(["charter:organs", "charter:duties", "charter:benefit"]),
    );
  });
});

describe("forbidden wording", () => {
  it.each([
    ["学生入职前须缴纳押金500元。", "押金"],
    ["实习期间身份证由企业代为保管身份证件。", "代为保管身份证"],
    ["企业按每人800元向学校支付介绍费。", "介绍费"],
    ["学生在岗期间发生工伤的，后果自负。", "工伤的，后果自负"],
    ["学生中途离岗的，应当支付违约金。", "学生中途离岗的，应当支付违约金"],
    ["未留任的扣发毕业证书。", "扣发毕业证"],
    ["本协议效力追溯至2025年9月1日。", "追溯至"],
    ["实习由劳务派遣公司统一组织。", "劳务派遣公司统一组织"],
  ])("%s", (text, term) => {
    const hits = findForbiddenWording(text);
    const told = hits.map((one) => one.term);
    expect(
      told.some((one) => term.includes(one) || one.includes(term)),
      told.join(),
    ).toBe(true);
    expect(hits[0]!.sentence.length).toBeGreaterThan(0);
  });

  it.each([
    "不得收取押金。",
    "任何一方不得扣押学生证件。",
    "不得由劳务派遣公司组织实习。",
    "自签署之日起生效，不追溯至签署前。",
    "",
  ])("not in: %s", (text) => {
    expect(findForbiddenWording(text)).toEqual([]);
  });
});

describe("comparing", () => {
  it("gives both texts back from its parts", () => {
    const word = fc.constantFrom("学校", "企业", "提供", "40", "个", "岗位", "，", "。", "导师", " ", "a");
    const sentence = fc.array(word, { maxLength: 30 }).map((words) => words.join(""));
    fc.assert(
      fc.property(sentence, sentence, (before, after) => {
        const parts = diffText(before, after);
        const join = (...kinds: string[]) =>
          parts
            .filter((one) => kinds.includes(one.kind))
            .map((one) => one.text)
            .join("");
        expect(join("same", "removed")).toBe(before);
        expect(join("same", "added")).toBe(after);
      }),
      { numRuns: 300 },
    );
  });

  it("tells words, not letters", () => {
    expect(
      diffText("企业提供学徒岗位 40 个", "企业提供学徒岗位 60 个").filter((one) => one.kind !== "same"),
    ).toEqual([
      { kind: "removed", text: "40" },
      { kind: "added", text: "60" },
    ]);
    const long = "甲乙丙丁".repeat(40_000);
    expect(diffText(`${long}x`, `y${long}`).length).toBeGreaterThan(1);
  });

  it("pairs clauses by id and by the template's purposes", () => {
    const before = sampleContent();
    const after = {
      ...before,
      clauses: [
        ...before.clauses.slice(1),
        { id: "n", purpose: "other" as const, title: "附则", text: "一式两份" },
      ],
    };
    const { clauses, changes } = compareContents(before, after);
    expect(clauses.filter((one) => one.kind !== "same").map((one) => [one.id, one.kind])).toEqual([
      ["n", "added"],
      ["c1", "removed"],
    ]);
    expect(changes).toBe(2);
    expect(compareContents(before, before).changes).toBe(0);
    expect(
      compareWithTemplate(templateOf("order-class-2026")!, before).every((one) => one.kind === "same"),
    ).toBe(true);
    expect(changeFlags(before, { ...before, endsOn: "2030-11-30", commitments: [] })).toEqual([
      "term",
      "commitments",
    ]);
  });

  it("has one digest for one content, whatever the order of keys", () => {
    const content = sampleContent();
    const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
    expect(contentDigest(turned)).toBe(contentDigest(content));
    expect(contentDigest({ ...content, title: "别的" })).not.toBe(contentDigest(content));
  });

  it("numbers clauses", () => {
    expect([1, 10, 12, 20, 21, 99].map(chineseNumber)).toEqual([
      "一",
      "十",
      "十二",
      "二十",
      "二十一",
      "九十九",
    ]);
  });
});

describe("merging two edits of one version", () => {
  const base = sampleContent();
  const edit = (id: string, text: string) => ({
    ...base,
    clauses: base.clauses.map((one) => (one.id === id ? { ...one, text } : one)),
  });

  it("keeps what only one side touched", () => {
    const theirs = { ...edit("c1", "他们改了第一条"), title: "新题目" };
    const { content, conflicts } = mergeContents(base, theirs, {
      ...edit("c2", "我改了第二条"),
      endsOn: "2030-11-30",
    });
    expect(conflicts).toEqual([]);
    expect([content.clauses[0]!.text, content.clauses[1]!.text, content.title, content.endsOn]).toEqual([
      "他们改了第一条",
      "我改了第二条",
      "新题目",
      "2030-11-30",
    ]);
  });

  it("says where both touched the same, and keeps the typed one", () => {
    const { content, conflicts } = mergeContents(base, edit("c1", "他们"), edit("c1", "我"));
    expect(conflicts).toEqual([{ place: "clause", id: "c1", title: base.clauses[0]!.title }]);
    expect(content.clauses[0]!.text).toBe("我");
  });

  it("keeps additions and removals of both", () => {
    const added = {
      id: "p9",
      title: "设备",
      quantity: 1,
      unit: "台",
      dueOn: null,
      byId: FIRM,
      toId: FIRM,
      owner: null,
    };
    const { content } = mergeContents(
      base,
      { ...base, commitments: base.commitments.slice(1) },
      { ...base, commitments: [...base.commitments, added] },
    );
    expect(content.commitments.map((one) => one.id)).toEqual(["p2", "p3", "p9"]);
  });
});
