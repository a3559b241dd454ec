import type { Bilingual } from "./facts/kinds";

/** One kind of hazardous work and the class it falls under in each table; null where a table does not name it. */
export type Hazard = Bilingual & {
  /** Class 1–17 of article 3 of the rules on special protection of under-age workers. */
  readonly minors: number | null;
  /** Item of appendix one of the women's labour-protection rules: closed to women at any time. */
  readonly women: number | null;
  /** Named among the high-risk work closed to every intern unless filed beforehand. */
  readonly highRisk: boolean;
};

/**
 * The hazard vocabulary of `post.hazardCodes`. Each code stands for work at or above the level the tables name.
 * Sources: 《未成年工特殊保护规定》art. 3 (seventeen classes); 《女职工劳动保护特别规定》appendix one.
 * Appendices two to four concern menstruation, pregnancy and nursing: the house collects no such data and shows
 * them as a notice only (`WOMEN_NOTICE`).
 */
export const HAZARDS = {
  dust: {
    zh: "粉尘作业（Ⅰ级及以上）",
    en: "Dust, level I or above",
    minors: 1,
    women: null,
    highRisk: false,
  },
  toxic: {
    zh: "有毒作业（Ⅰ级及以上）",
    en: "Toxic substances, level I or above",
    minors: 2,
    women: null,
    highRisk: true,
  },
  height: {
    zh: "高处作业（二级及以上）",
    en: "Work at height, level 2 or above",
    minors: 3,
    women: null,
    highRisk: true,
  },
  cold_water: {
    zh: "冷水作业（二级及以上）",
    en: "Cold water, level 2 or above",
    minors: 4,
    women: null,
    highRisk: false,
  },
  heat: {
    zh: "高温作业（三级及以上）",
    en: "Heat, level 3 or above",
    minors: 5,
    women: null,
    highRisk: false,
  },
  low_temperature: {
    zh: "低温作业（三级及以上）",
    en: "Low temperature, level 3 or above",
    minors: 6,
    women: null,
    highRisk: false,
  },
  labour_level_4: {
    zh: "第四级体力劳动强度作业",
    en: "Physical labour of level IV",
    minors: 7,
    women: 2,
    highRisk: false,
  },
  underground_mine: { zh: "矿山井下作业", en: "Underground mining", minors: 8, women: 1, highRisk: true },
  quarry: { zh: "地面采石作业", en: "Surface quarrying", minors: 8, women: null, highRisk: false },
  forestry: {
    zh: "森林伐木、流放及守林作业",
    en: "Logging, log driving, forest guarding",
    minors: 9,
    women: null,
    highRisk: false,
  },
  radiation: {
    zh: "接触放射性物质作业",
    en: "Radioactive substances",
    minors: 10,
    women: null,
    highRisk: true,
  },
  explosive_burn: {
    zh: "易燃易爆、化学性烧伤和热烧伤等危险性大的作业",
    en: "Flammable or explosive substances, chemical or heat burns",
    minors: 11,
    women: null,
    highRisk: true,
  },
  field_survey: {
    zh: "地质勘探、资源勘探野外作业",
    en: "Geological or resource surveying in the field",
    minors: 12,
    women: null,
    highRisk: false,
  },
  diving_plateau: {
    zh: "潜水、涵洞、涵道作业，海拔三千米以上高原作业（世居者除外）",
    en: "Diving, culverts, or above 3,000 m (except natives)",
    minors: 13,
    women: null,
    highRisk: false,
  },
  load_bearing: {
    zh: "连续负重每小时六次以上且每次超过 20 公斤，或间断负重每次超过 25 公斤",
    en: "Lifting over 20 kg six or more times an hour, or over 25 kg at intervals",
    minors: 14,
    women: 3,
    highRisk: false,
  },
  vibrating_tools: {
    zh: "使用凿岩机、捣固机、气镐、气铲、铆钉机、电锤作业",
    en: "Rock drills, tampers, pneumatic picks or shovels, riveters, electric hammers",
    minors: 15,
    women: null,
    highRisk: false,
  },
  forced_posture: {
    zh: "长时间保持强迫体位且动作频率每分钟超过 50 次的流水线作业",
    en: "Assembly line in a forced posture at over 50 movements a minute",
    minors: 16,
    women: null,
    highRisk: false,
  },
  boiler: { zh: "锅炉司炉", en: "Boiler stoking", minors: 17, women: null, highRisk: false },
  other_high_risk: {
    zh: "其他具有较高安全风险的作业",
    en: "Other work of high safety risk",
    minors: null,
    women: null,
    highRisk: true,
  },
} as const satisfies { readonly [code: string]: Hazard };

export type HazardCode = keyof typeof HAZARDS;

const CODES = Object.keys(HAZARDS) as HazardCode[];

export const HAZARDS_FOR_MINORS: readonly HazardCode[] = CODES.filter(
  (code) => HAZARDS[code].minors !== null,
);
export const HAZARDS_FOR_WOMEN: readonly HazardCode[] = CODES.filter((code) => HAZARDS[code].women !== null);
export const HIGH_RISK: readonly HazardCode[] = CODES.filter((code) => HAZARDS[code].highRisk);

/** What the women's rules add for particular times of life; told to the host, never asked of the student. */
export const WOMEN_NOTICE: Bilingual = {
  zh: "《女职工劳动保护特别规定》附录二至四对经期、孕期、哺乳期另有限制，实习单位须自行遵守；平台不收集相关个人信息。",
  en: "Appendices two to four of the women's labour-protection rules add limits for menstruation, pregnancy and nursing. The host must keep them; the platform collects no such data.",
};
