import type { FactSource, TransferPack } from "../pack";
import { GENERIC_FACTS } from "./generic";

const SOURCE: FactSource = {
  document: {
    zh: "《温州市普通高中与中等职业学校学生相互转学的规定》",
    en: "Wenzhou: Rules on transfers between general and secondary vocational schools",
  },
  article: null,
  verified: true,
};

const POINTS = ["1-2-start", "2-1-start", "2-2-start"];

/** Wenzhou, from its issue on 2024-05-30: three windows both ways, a written application a month before. */
export const WENZHOU: TransferPack = {
  id: "wenzhou-2024",
  title: { zh: "温州市", en: "Wenzhou" },
  summary: {
    zh: "高一下、高二上、高二下开学前可以转，两个方向都一样；上一学期结束前一个月向两所学校书面申请；要有空余学额，通过转入校考核，教育局批准。",
    en: "Before the second term of the first year and both terms of the second, either way; a written application to both schools a month before the previous term ends; a free seat, the receiving school's assessment, and the bureau's approval.",
  },
  region: "3303",
  validFrom: "2024-05-30",
  facts: {
    ...GENERIC_FACTS,
    directions: { value: ["to_general", "to_vocational"], source: SOURCE },
    windowsToGeneral: { value: POINTS, source: SOURCE },
    windowsToVocational: { value: POINTS, source: SOURCE },
    leadDays: { value: 30, source: SOURCE },
    bounds: { value: "county_first", source: SOURCE },
    scoreLine: { value: ["to_general"], source: SOURCE },
    chainToGeneral: { value: ["receiving", "county"], source: SOURCE },
    chainToVocational: { value: ["receiving", "county"], source: SOURCE },
    pairing: { value: false, source: GENERIC_FACTS.pairing.source },
  },
};
