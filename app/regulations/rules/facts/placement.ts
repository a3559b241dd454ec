import { boolean, choice, code, date, integer, money, periods, text } from "./kinds";
import { REGION } from "./student";

/** Facts about the placement itself: kind and dates, and the listing it comes from. */
export const placementFacts = {
  "placement.type": choice(
    {
      internship: { zh: "岗位实习", en: "internship on a post (岗位实习)" },
      observation: { zh: "认识实习", en: "observation (认识实习)" },
      apprenticeship: { zh: "学徒岗位", en: "apprenticeship" },
      other: {
        zh: "以其他名义安排（社会实践、教学实践等）",
        en: "under another name (social or teaching practice)",
      },
    },
    ["实习类型", "认识实习、岗位实习或学徒岗位"],
    ["Placement type", "Observation, internship on a post, or apprenticeship"],
    "internship",
  ),
  "placement.origin": choice(
    {
      school: { zh: "学校安排", en: "arranged by the school" },
      self_found: { zh: "学生自行选择", en: "found by the student" },
    },
    ["安排方式", "学校安排或学生自行选择"],
    ["Origin", "Arranged by the school or found by the student"],
    "school",
  ),
  "placement.schoolApproved": boolean(
    ["学校是否批准自行选择", "学生自行选择单位须经学校批准"],
    ["School approved the student's own host", "Needed when the student found the host"],
    true,
  ),
  "placement.start": date(["开始日期", "上岗第一天"], ["Start", "First day"], "2026-09-01"),
  "placement.end": date(["结束日期", "最后一天"], ["End", "Last day"], "2027-01-15"),
  "placement.segments": periods(
    ["分段实习时间", "分段安排的各段起止；不分段可不填"],
    ["Segments", "Each stretch when the placement is split; leave out when it is not"],
    ["2026-09-01/2026-11-30"],
  ),
  "placement.abroad": boolean(
    ["是否境外实习", "实习地点在境外"],
    ["Abroad", "The workplace is outside mainland China"],
    false,
  ),
  "region.minimumWageMonthlyFen": money(
    ["当地最低工资标准（月）", "实习所在地最低工资"],
    ["Local minimum wage per month", "At the workplace"],
    236_000,
  ),
  "listing.title": text(["供需标题", "发布的标题"], ["Listing title", "As published"], "数控车床学徒 6 名"),
  "listing.seats": integer(
    "people",
    100_000,
    ["岗位数", "计划接收人数"],
    ["Seats", "How many students are sought"],
    6,
  ),
  "listing.applyBy": date(
    ["报名截止日期", "不晚于开始日期"],
    ["Apply by", "Not later than the start"],
    "2026-08-01",
  ),
  "listing.workplaceCode": code(
    REGION,
    "GB/T 2260",
    ["工作地点区划", "六位区划代码"],
    ["Workplace region", "Six-digit region code"],
    "440306",
  ),
  "listing.acceptsMinors": boolean(
    ["是否接收未满十八周岁学生", "岗位是否面向未成年学生"],
    ["Open to students under 18", "The post is open to minors"],
    true,
  ),
  "listing.sexRestricted": boolean(
    ["是否限定性别", "岗位要求限男性或限女性"],
    ["Restricted by sex", "The post asks for one sex only"],
    false,
  ),
} as const;
