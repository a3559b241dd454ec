import { computed } from "./counted";
import type { Indicator } from "./indicator";

const PERSONS = { persons: true };

/** What is counted of graduates at graduation, by the definitions of the outcomes. House definitions. */
export const GRADUATE_INDICATORS: readonly Indicator[] = [
  computed(
    "graduates",
    "scorecard",
    "people",
    { zh: "毕业生人数", en: "Graduates" },
    {
      zh: "当年毕业的学生人数。留级、休学、续读的不计。",
      en: "Students who graduated in the year. Those who repeat, pause or continue are left out.",
    },
    PERSONS,
  ),
  computed(
    "destinations_settled",
    "scorecard",
    "share",
    { zh: "毕业去向落实率", en: "Graduates with a settled destination" },
    {
      zh: "毕业时去向已知的毕业生中，就业、创业、灵活就业、升学、出国或应征入伍的占比。去向未知的单列，不计入。",
      en: "Of the graduates whose destination at graduation is known, those at work, self-employed, in further study or in service. Unknown destinations are told apart and left out.",
    },
    PERSONS,
  ),
  computed(
    "local_employment",
    "scorecard",
    "share",
    { zh: "本地就业率", en: "Employment in the own city" },
    {
      zh: "毕业时已就业、就业地已知的毕业生中，就业地与学校在同一地级市的占比。",
      en: "Of the graduates at work in a known place, those in the school's own city.",
    },
    PERSONS,
  ),
  computed(
    "matched_employment",
    "scorecard",
    "share",
    { zh: "专业对口率", en: "Employment that matches the major" },
    {
      zh: "毕业时已就业、职业已知的毕业生中，职业与所学专业对应的占比，按专业与职业对应表认定。",
      en: "Of the graduates at work in a known occupation, those whose occupation fits their major by the catalogue.",
    },
    PERSONS,
  ),
  computed(
    "progression",
    "scorecard",
    "share",
    { zh: "升学率", en: "Progression to further study" },
    {
      zh: "毕业时去向已知的毕业生中，升学或出国的占比。",
      en: "Of the graduates whose destination is known, those who went on to study here or abroad.",
    },
    PERSONS,
  ),
  computed(
    "founders",
    "scorecard",
    "share",
    { zh: "自主创业率", en: "Graduates who founded a business" },
    {
      zh: "毕业时去向已知的毕业生中，自主创业的占比。",
      en: "Of the graduates whose destination is known, those who founded a business.",
    },
    PERSONS,
  ),
];
