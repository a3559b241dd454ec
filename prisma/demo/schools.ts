/** A programme: major code, seats of one intake, share of practice in percent. */
export type DemoProgramme = [major: string, seats: number, practicePercent: number];

export type DemoSchool = {
  name: string;
  short: string;
  kind: "school" | "general_school";
  region: string;
  at: [lng: number, lat: number];
  address: string;
  level: "secondary" | "associate" | "bachelor" | null;
  schoolCode: string;
  intro: string;
  programmes: DemoProgramme[];
  habit: "active" | "quiet" | "unverified";
};

/** Fictional schools of the demo city. Their codes follow the public form with serials that no real school has. */
export const SCHOOLS: readonly DemoSchool[] = [
  {
    name: "岭南机电职业学校",
    short: "岭南机电",
    kind: "school",
    region: "440113",
    at: [113.364, 22.945],
    address: "番禺区市桥街教育路 6 号",
    level: "secondary",
    schoolCode: "3644990001",
    intro: "以装备制造、汽车、信息三个专业群为主，在校 4 200 人，校企合作办 5 人。",
    programmes: [
      ["660103", 160, 52],
      ["660301", 120, 50],
      ["660303", 80, 51],
      ["660108", 80, 50],
      ["700209", 120, 52],
      ["710201", 80, 48],
      ["730801", 80, 50],
    ],
    habit: "active",
  },
  {
    name: "羊城商贸旅游职业学校",
    short: "羊城商旅",
    kind: "school",
    region: "440103",
    at: [113.232, 23.117],
    address: "荔湾区逢源路 120 号",
    level: "secondary",
    schoolCode: "3644990002",
    intro: "烹饪、酒店、电商见长，校内有教学餐厅。",
    programmes: [
      ["740201", 120, 55],
      ["740104", 120, 54],
      ["730701", 160, 50],
      ["750110", 60, 55],
      ["730301", 80, 48],
    ],
    habit: "active",
  },
  {
    name: "珠江卫生健康职业学校",
    short: "珠江卫健",
    kind: "school",
    region: "440111",
    at: [113.258, 23.204],
    address: "白云区同和路 40 号",
    level: "secondary",
    schoolCode: "3644990003",
    intro: "护理、药剂、康复与养老。",
    programmes: [
      ["720201", 240, 56],
      ["720301", 80, 50],
      ["720601", 60, 52],
      ["790302", 60, 56],
      ["770101", 100, 54],
    ],
    habit: "active",
  },
  {
    name: "穗城智能制造职业技术学院（示例）",
    short: "穗城智造学院",
    kind: "school",
    region: "440112",
    at: [113.51, 23.16],
    address: "黄埔区水西路 15 号",
    level: "associate",
    schoolCode: "4144099001",
    intro: "三年制高职，装备与电子两大专业群。",
    programmes: [
      ["460103", 150, 60],
      ["460301", 150, 58],
      ["460305", 120, 60],
      ["460113", 80, 58],
      ["510401", 80, 55],
      ["510203", 160, 52],
      ["460702", 120, 58],
    ],
    habit: "active",
  },
  {
    name: "南沙海湾应用技术大学（示例）",
    short: "海湾应技大",
    kind: "school",
    region: "440115",
    at: [113.55, 22.77],
    address: "南沙区进港大道 500 号",
    level: "bachelor",
    schoolCode: "4144099002",
    intro: "职业本科试点（虚构）。",
    programmes: [
      ["260103", 80, 61],
      ["260101", 80, 60],
      ["330802", 60, 60],
    ],
    habit: "quiet",
  },
  {
    name: "增城纺织服装职业学校",
    short: "增城纺服",
    kind: "school",
    region: "440118",
    at: [113.62, 23.14],
    address: "增城区新塘镇港口大道 90 号",
    level: "secondary",
    schoolCode: "3644990004",
    intro: "服装设计与工艺，另设电商。",
    programmes: [
      ["680402", 120, 53],
      ["730702", 60, 50],
    ],
    habit: "quiet",
  },
  {
    name: "从化现代农林职业学校",
    short: "从化农林",
    kind: "school",
    region: "440117",
    at: [113.58, 23.55],
    address: "从化区街口街新城东路 8 号",
    level: "secondary",
    schoolCode: "3644990005",
    intro: "农林与无人机应用。",
    programmes: [
      ["660601", 60, 52],
      ["640301", 80, 50],
    ],
    habit: "unverified",
  },
  {
    name: "番禺第八高级中学",
    short: "番禺八中",
    kind: "general_school",
    region: "440113",
    at: [113.37, 22.95],
    address: "番禺区市桥街环城中路 20 号",
    level: null,
    schoolCode: "3444990001",
    intro: "普通高中，设综合高中班，与岭南机电开展课程互选。",
    programmes: [],
    habit: "active",
  },
];
