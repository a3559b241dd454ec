import { nameKernel } from "./similar-name";

const TRADE =
  /职业技术大学|职业技术学院|职业技术学校|职业大学|职业学院|职业学校|中等专业学校|高级技工学校|技师学院|技工学校|学院|学校|大学|中学|人力资源|劳务派遣|职业介绍|职业中介|实业|科技|技术|教育|咨询|管理|服务|培训|发展|投资|贸易|商贸|信息|网络|文化|传媒|工业|制造|设备|有限合伙|中心/g;

const PLACES =
  /(?:[一-龥]{2,7}?(?:省|自治区|特别行政区))|(?:[一-龥]{2,4}?市)|(?:[一-龥]{1,4}?(?:自治县|县|区(?!域)))/g;

/** Fewer characters than this say nothing about who somebody is. */
const LEAST = 2;

const withoutPlace = (stem: string, places: ReadonlySet<string>): string => {
  for (const length of [4, 3, 2]) {
    if (stem.length - length >= LEAST && places.has(stem.slice(0, length))) return stem.slice(length);
  }
  return stem;
};

/**
 * What is left of a name that tells one body from another: without legal form, province, city, district and words of
 * trade, so that "岭南机电职业技术学校" and "广州岭南机电实业有限公司" have the same stem. Goes in: a full name, and the
 * short names of provinces and cities ("广东", "广州"), which are left out where they stand first. Comes out: the stem,
 * empty when fewer than two characters remain. House rule.
 */
export const nameStem = (name: string, places: ReadonlySet<string>): string => {
  const stem = nameKernel(name)
    .replace(PLACES, "")
    .replace(TRADE, "")
    .replace(/[\s·・\-—]/g, "");
  const telling = withoutPlace(withoutPlace(stem, places), places);
  return telling.length >= LEAST ? telling : "";
};
