/**
 * Kinds of hazardous work a post may hold, at or above the level the protection tables name. The codes are the
 * vocabulary of `post.hazardCodes` in the regulations. Sources: 《未成年工特殊保护规定》art. 3;
 * 《女职工劳动保护特别规定》appendix one.
 */
export const HAZARDS = {
  dust: { zh: "粉尘作业（Ⅰ级及以上）", en: "Dust, level I or above" },
  toxic: { zh: "有毒作业（Ⅰ级及以上）", en: "Toxic substances, level I or above" },
  height: { zh: "高处作业（二级及以上）", en: "Work at height, level 2 or above" },
  cold_water: { zh: "冷水作业（二级及以上）", en: "Cold water, level 2 or above" },
  heat: { zh: "高温作业（三级及以上）", en: "Heat, level 3 or above" },
  low_temperature: { zh: "低温作业（三级及以上）", en: "Low temperature, level 3 or above" },
  labour_level_4: { zh: "第四级体力劳动强度作业", en: "Physical labour of level IV" },
  underground_mine: { zh: "矿山井下作业", en: "Underground mining" },
  quarry: { zh: "地面采石作业", en: "Surface quarrying" },
  forestry: { zh: "森林伐木、流放及守林作业", en: "Logging, log driving, forest guarding" },
  radiation: { zh: "接触放射性物质作业", en: "Radioactive substances" },
  explosive_burn: {
    zh: "易燃易爆、化学性烧伤和热烧伤等危险性大的作业",
    en: "Flammable or explosive substances, chemical or heat burns",
  },
  field_survey: { zh: "地质勘探、资源勘探野外作业", en: "Geological or resource surveying in the field" },
  diving_plateau: {
    zh: "潜水、涵洞、涵道作业，海拔三千米以上高原作业（世居者除外）",
    en: "Diving, culverts, or above 3,000 m (except natives)",
  },
  load_bearing: {
    zh: "连续负重每小时六次以上且每次超过 20 公斤，或间断负重每次超过 25 公斤",
    en: "Lifting over 20 kg six or more times an hour, or over 25 kg at intervals",
  },
  vibrating_tools: {
    zh: "使用凿岩机、捣固机、气镐、气铲、铆钉机、电锤作业",
    en: "Rock drills, tampers, pneumatic picks or shovels, riveters, electric hammers",
  },
  forced_posture: {
    zh: "长时间保持强迫体位且动作频率每分钟超过 50 次的流水线作业",
    en: "Assembly line in a forced posture at over 50 movements a minute",
  },
  boiler: { zh: "锅炉司炉", en: "Boiler stoking" },
  other_high_risk: { zh: "其他具有较高安全风险的作业", en: "Other work of high safety risk" },
} as const satisfies { readonly [code: string]: { readonly zh: string; readonly en: string } };

export type HazardCode = keyof typeof HAZARDS;

export const HAZARD_CODES = Object.keys(HAZARDS) as readonly HazardCode[];

/** Reads the stored list ("dust,heat"); what is no hazard code is left out. */
export const hazardsFrom = (stored: string): HazardCode[] =>
  stored.split(",").filter((code): code is HazardCode => code in HAZARDS);
