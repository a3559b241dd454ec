import type { FactSource, TransferPack } from "../pack";
import { GENERIC_FACTS } from "./generic";

const SOURCE: FactSource = {
  document: {
    zh: "《广州市职业教育促进条例》",
    en: "Guangzhou Regulations on Promoting Vocational Education",
  },
  article: { zh: "第十四条", en: "article 14" },
  verified: true,
};

/** Guangzhou, in force from 2026-03-01. The Regulations open the way; the working guide with windows and chain is the city's. */
export const GUANGZHOU: TransferPack = {
  id: "guangzhou-2026",
  title: { zh: "广州市", en: "Guangzhou" },
  summary: {
    zh: "条例确立学籍互转、学分互认、资源互通；窗口、名额和流程按市教育部门的工作指引。指引没有写进平台的条目按通用规则，可以逐条调整。",
    en: "The Regulations provide for transfers, recognition of credits and shared resources; windows, seats and steps follow the city's working guide. What the guide has not stated here follows the general rules and can be adjusted.",
  },
  region: "4401",
  validFrom: "2026-03-01",
  facts: {
    ...GENERIC_FACTS,
    directions: { value: ["to_general", "to_vocational"], source: SOURCE },
  },
};
