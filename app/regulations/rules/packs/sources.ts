import type { Bilingual } from "../facts/kinds";
import type { Source } from "../rule";

export const INTERNSHIP_RULES: Bilingual = {
  zh: "《职业学校学生实习管理规定》（2021年修订）",
  en: "Rules on Internships of Vocational School Students (2021)",
};

export const INTERNSHIP_RULES_2016: Bilingual = {
  zh: "《职业学校学生实习管理规定》（2016年）",
  en: "Rules on Internships of Vocational School Students (2016)",
};

export const VOCATIONAL_LAW: Bilingual = {
  zh: "《中华人民共和国职业教育法》（2022年修订）",
  en: "Vocational Education Law (2022)",
};

export const COOPERATION_MEASURES: Bilingual = {
  zh: "《职业学校校企合作促进办法》（2018年）",
  en: "Measures to Promote School–Enterprise Cooperation (2018)",
};

export const NEW_APPRENTICESHIP: Bilingual = {
  zh: "人社部发〔2021〕39号（中国特色企业新型学徒制）",
  en: "MOHRSS Notice 39 of 2021 (enterprise new apprenticeship)",
};

export const HOUSE: Bilingual = { zh: "平台", en: "the platform" };

const CHINESE_DIGITS = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

const inChinese = (number: number): string => {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? "" : tens === 1 ? "十" : `${CHINESE_DIGITS[tens]}十`;
  return number < 10 ? (CHINESE_DIGITS[number] ?? "") : `${head}${ones === 0 ? "" : CHINESE_DIGITS[ones]}`;
};

/** A source whose document and article were both read in a public copy; `item` is the numbered item of the article. */
export const article = (document: Bilingual, number: number, tag: string, item?: number): Source => ({
  document,
  article: {
    zh: `第${inChinese(number)}条${item ? `第（${inChinese(item)}）项` : ""}`,
    en: `art. ${number}${item ? `(${item})` : ""}`,
  },
  verified: true,
  tag,
});

/** A rule of the house that follows a document whose article number or wording was not confirmed. */
export const houseRule = (follows: Bilingual, tag: string): Source => ({
  document: follows,
  article: null,
  verified: false,
  tag,
});
