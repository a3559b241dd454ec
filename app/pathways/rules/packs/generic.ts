import type { Fact, FactKey, FactSource, Facts, FactValues, TransferPack } from "../pack";

const HOUSE: FactSource = {
  document: { zh: "产教桥通用互转规则", en: "General transfer rules of Chanjiao Bridge" },
  article: null,
  verified: false,
};

/** What holds where no region has said otherwise: cautious house rules, every one adjustable by the authority. */
const VALUES: FactValues = {
  directions: ["to_general", "to_vocational"],
  windowsToGeneral: ["1-1-end", "1-2-end"],
  windowsToVocational: ["1-1-end", "1-2-end", "2-1-end"],
  maxTimes: 1,
  scope: ["full_time", "comprehensive_class"],
  pairing: true,
  bounds: "county_first",
  scoreLine: ["to_general"],
  weights: { entrance: 4_000, daily: 3_000, school: 3_000 },
  tieBreaks: ["school", "daily", "entrance"],
  noticeDays: 5,
  answerDays: 5,
  leadDays: 0,
  chainToGeneral: ["receiving", "county", "city"],
  chainToVocational: ["receiving", "county"],
  returnDays: 120,
};

const house = <K extends FactKey>(key: K): Fact<K> => ({ value: VALUES[key], source: HOUSE });

export const GENERIC_FACTS: Facts = {
  directions: house("directions"),
  windowsToGeneral: house("windowsToGeneral"),
  windowsToVocational: house("windowsToVocational"),
  maxTimes: house("maxTimes"),
  scope: house("scope"),
  pairing: house("pairing"),
  bounds: house("bounds"),
  scoreLine: house("scoreLine"),
  weights: house("weights"),
  tieBreaks: house("tieBreaks"),
  noticeDays: house("noticeDays"),
  answerDays: house("answerDays"),
  leadDays: house("leadDays"),
  chainToGeneral: house("chainToGeneral"),
  chainToVocational: house("chainToVocational"),
  returnDays: house("returnDays"),
};

export const GENERIC: TransferPack = {
  id: "generic",
  title: { zh: "通用规则", en: "General rules" },
  summary: {
    zh: "当地还没有互转办法，或办法没有写到的地方，按这一份执行。全部是平台的约定，当地主管部门可以逐条改。",
    en: "Used where a region has no method of its own, or its method is silent. All of it is the platform's own and can be changed by the authority, fact by fact.",
  },
  region: null,
  validFrom: "2020-01-01",
  facts: GENERIC_FACTS,
};
