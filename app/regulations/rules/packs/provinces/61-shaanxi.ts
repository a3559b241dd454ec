import { majorCategory } from "../../majors";
import { defineRule, type Pack } from "../../rule";
import { ON_POST } from "../internship/premises";
import { houseRule } from "../sources";

const DETAILED_RULES = {
  zh: "《陕西省职业学校学生实习管理细则》",
  en: "Shaanxi detailed rules on internships",
};

/**
 * Shaanxi drops the words "in principle": crossing the category is not allowed, whatever the reason. In force here
 * from the day it was reported (2023-01-04), as its own date was not confirmed.
 */
export const shaanxiPack: Pack = {
  id: "shaanxi-2023",
  title: DETAILED_RULES,
  place: { zh: "陕西省", en: "Shaanxi" },
  rules: [
    defineRule({
      id: "INT-08-61",
      title: { zh: "陕西：不得跨专业大类安排实习", en: "Shaanxi: no crossing of categories" },
      text: {
        zh: "实习岗位应与所学专业对口或相近，不得跨专业大类安排实习。",
        en: "The post matches or is close to the major; no placement crosses the category.",
      },
      severity: "block",
      source: houseRule(DETAILED_RULES, "P6"),
      validFrom: "2023-01-04",
      region: "61",
      replaces: ["INT-08"],
      stages: ["application", "start", "roster"],
      who: "school",
      thresholds: {},
      parts: (part) => [
        part({
          premises: [ON_POST],
          needs: ["major.code", "post.majorCodes"],
          check: (f) => {
            const category = majorCategory(f["major.code"]);
            if (category === null || f["post.majorCodes"].length === 0)
              return { because: "unknown", verdict: "missing" };
            if (f["post.majorCodes"].some((code) => majorCategory(code) === category)) return null;
            return {
              because: "crossed",
              values: { major: f["major.code"], post: f["post.majorCodes"].join("、") },
            };
          },
        }),
      ],
      fails: {
        unknown: {
          message: {
            zh: "专业代码或岗位面向专业不完整。",
            en: "The major or the post's majors are incomplete.",
          },
          fix: { zh: "请按专业目录补全代码。", en: "Complete the codes from the catalogue." },
        },
        crossed: {
          message: {
            zh: "专业 {{major}} 与岗位面向的 {{post}} 不在同一专业大类。",
            en: "Major {{major}} and the post's {{post}} are in different categories.",
          },
          fix: {
            zh: "请更换对口岗位；本省不接受例外理由。",
            en: "Choose a matching post; this province takes no exception.",
          },
        },
      },
    }),
  ],
};
