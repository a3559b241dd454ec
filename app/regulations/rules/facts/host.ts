import { HAZARDS } from "../hazards";
import { boolean, choices, code, codes, date, dates, integer, text, texts } from "./kinds";
import { REGION } from "./student";

/** Facts about the internship unit and the post. */
export const hostFacts = {
  "host.registrationNo": code(
    /^[0-9A-HJ-NP-RTUW-Y]{18}$/,
    "统一社会信用代码",
    ["统一社会信用代码", "实习单位的法人或非法人组织登记代码"],
    ["Unified social credit code", "The host's registration as a legal person or organisation"],
    "91350100M000100Y43",
  ),
  "host.provinceCode": code(
    REGION,
    "GB/T 2260",
    ["实习所在区划", "实习地点的六位区划代码，前两位为省"],
    ["Host region", "Six-digit region code of the workplace; the first two digits are the province"],
    "440300",
  ),
  "host.industryCode": code(
    /^([A-T]|\d{2,4})$/,
    "GB/T 4754",
    ["行业代码", "国民经济行业分类代码，请填到四位小类"],
    ["Industry code", "National industry classification; give the four-digit class"],
    "3360",
  ),
  "host.venueTags": choices(
    {
      bar: { zh: "酒吧", en: "bar" },
      nightclub: { zh: "夜总会", en: "nightclub" },
      karaoke: { zh: "歌厅", en: "karaoke" },
      bathhouse: { zh: "洗浴中心", en: "bathhouse" },
      game_arcade: { zh: "电子游戏厅", en: "game arcade" },
      internet_cafe: { zh: "网吧", en: "internet café" },
    },
    ["场所类型", "实习场所属于下列营业性娱乐场所的，逐项列出；都不是填空列表"],
    ["Venue", "Any of these commercial entertainment venues; an empty list when none"],
    [],
  ),
  "host.newUnit": boolean(
    ["是否首次合作的实习单位", "本校第一次向该单位派学生"],
    ["New host for the school", "The school sends students there for the first time"],
    false,
  ),
  "host.creditFlags": texts(
    ["失信记录", "未消除的失信记录；没有填空列表"],
    ["Dishonesty records", "Records that still stand; an empty list when none"],
    [],
  ),
  "host.safetyViolationDates": dates(
    ["安全生产违法日期", "安全生产违法行为的日期；没有填空列表"],
    ["Work-safety violation dates", "Dates of work-safety violations; an empty list when none"],
    [],
  ),
  "host.onPostEmployees": integer(
    "people",
    10_000_000,
    ["在岗职工总数", "实习单位在岗职工人数"],
    ["Employees on post", "Employees working at the host"],
    320,
  ),
  "host.activePlacements": integer(
    "people",
    10_000_000,
    ["同期岗位实习学生总数", "所有学校在该单位同期实习的最高人数，含本次"],
    [
      "Concurrent interns at the host",
      "Highest number at one time across all schools, this placement included",
    ],
    18,
  ),
  "post.onPostEmployees": integer(
    "people",
    10_000_000,
    ["同类岗位在岗职工数", "与实习岗位同类的在岗职工人数"],
    ["Employees on the same kind of post", "Employees on posts of this kind"],
    40,
  ),
  "post.activePlacements": integer(
    "people",
    10_000_000,
    ["同类岗位同期实习学生数", "所有学校同期在该类岗位的最高人数，含本次"],
    [
      "Concurrent interns on the post",
      "Highest number at one time across all schools, this placement included",
    ],
    6,
  ),
  "post.majorCodes": codes(
    /^\d{2}(\d{2}(\d{2}K?)?)?$/,
    "职业教育专业目录",
    ["岗位面向专业", "岗位面向的专业、专业类或专业大类代码"],
    ["Majors the post is for", "Codes of majors, classes (4 digits) or categories (2 digits)"],
    ["660301", "6601"],
  ),
  "post.crossCategoryReason": text(
    ["跨专业大类的书面理由", "学校对跨大类安排的说明"],
    [
      "Written reason for crossing the category",
      "The school's reason for a post outside the major's category",
    ],
    "该岗位承担本专业核心课程的装调任务",
  ),
  "post.tasks": texts(
    ["岗位任务", "实习期间承担的典型工作任务"],
    ["Tasks of the post", "Typical tasks the student takes part in"],
    ["读图与装夹", "对刀与首件加工", "尺寸检测"],
  ),
  "post.independentWork": boolean(
    ["是否相对独立参与实际工作", "辅助性实习填否"],
    ["Works relatively independently", "False when the student only assists"],
    true,
  ),
  "post.hazardCodes": choices(
    HAZARDS,
    ["岗位危险因素", "岗位涉及的危险作业；经评估没有的填空列表"],
    ["Hazards of the post", "Hazardous work on the post; an empty list when assessed and none"],
    [],
  ),
  "post.labourIntensity": integer(
    "level",
    4,
    ["体力劳动强度分级", "1 至 4 级，按工作场所体力劳动强度分级"],
    ["Physical labour level", "Level 1 to 4 of physical labour intensity"],
    2,
  ),
  "inspection.reportedOn": date(
    ["实地考察报告日期", "首次合作前实地考察评估的书面报告"],
    ["Inspection reported on", "Written report of the on-site inspection"],
    "2026-06-10",
  ),
  "unitList.decidedOn": date(
    ["实习单位名单审议日期", "校级党组织会议研究确定"],
    ["Host list decided on", "Decided by the school's party organisation meeting"],
    "2026-06-20",
  ),
  "unitList.publishedOn": date(
    ["实习单位名单公开日期", "对外公开的日期"],
    ["Host list published on", "The day the list was published"],
    "2026-06-25",
  ),
  "agent.involved": boolean(
    ["是否有中介机构或有偿代理", "组织、安排或管理实习的第三方"],
    ["Agency involved", "A third party organises, arranges or manages the placement"],
    false,
  ),
  "complaint.interference": boolean(
    ["是否有强制或干预投诉", "有人干预实习方案或强制学校派学生到指定单位"],
    ["Interference reported", "Somebody interferes with the plan or forces a particular host"],
    false,
  ),
  "exception.headcountReason": text(
    ["人数超比例的理由", "记录在案的例外理由"],
    ["Reason for exceeding the head-count", "The recorded reason for the exception"],
    "订单班共建车间，设备与指导人员按班配置",
  ),
  "exception.headcountAuthority": text(
    ["同意超比例的主管部门", "记录该例外的主管部门"],
    ["Authority recording the exception", "The authority that holds the record"],
    "示例市教育局",
  ),
} as const;
