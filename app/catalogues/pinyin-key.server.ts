import { pinyin } from "pinyin-pro";

export type PinyinKey = { pinyin: string; initials: string };

/**
 * What a Chinese name is sorted and found by. Goes in: a name. Comes out: its toneless pinyin run together and the
 * first letters ("数控技术" → "shukongjishu", "skjs"); letters and digits stay, other signs go.
 */
export const pinyinKey = (name: string): PinyinKey => {
  const syllables = pinyin(name, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
  const clean = syllables
    .map((one) => one.toLowerCase().replace(/[^a-z0-9]/g, ""))
    .filter((one) => one !== "");
  return { pinyin: clean.join(""), initials: clean.map((one) => one[0]).join("") };
};
