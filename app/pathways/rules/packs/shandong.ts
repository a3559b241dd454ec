import type { FactSource, TransferPack } from "../pack";
import { GENERIC_FACTS } from "./generic";

const SOURCE: FactSource = {
  document: {
    zh: "《山东省普通高中和中等职业学校学生互转实施办法》",
    en: "Shandong: Method for transfers between general and secondary vocational schools",
  },
  article: null,
  verified: true,
};

/** Shandong, in force from 2026-01-01. What the method leaves to the cities stays a house rule until a city states it. */
export const SHANDONG: TransferPack = {
  id: "shandong-2026",
  title: { zh: "山东省", en: "Shandong" },
  summary: {
    zh: "自主自愿、双向流动、学分互认。中职转普高两次机会，普高转中职三次机会；县域内为主，不跨市；互转学校由市里确定。",
    en: "Voluntary, both ways, with recognition of credits. Two windows towards general schools, three towards vocational ones; within the county in principle, never across cities; the city fixes the schools.",
  },
  region: "37",
  validFrom: "2026-01-01",
  facts: {
    ...GENERIC_FACTS,
    directions: { value: ["to_general", "to_vocational"], source: SOURCE },
    windowsToGeneral: { value: ["1-1-end", "1-2-end"], source: SOURCE },
    windowsToVocational: { value: ["1-1-end", "1-2-end", "2-1-end"], source: SOURCE },
    scope: { value: ["full_time", "comprehensive_class"], source: SOURCE },
    pairing: { value: true, source: SOURCE },
    bounds: { value: "county_first", source: SOURCE },
  },
};
