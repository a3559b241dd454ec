/** A promise as told: how many, due in how many days (null: nobody said), who answers for it (null: nobody). */
type Promised = readonly [quantity: number, dueIn: number | null, owner: string | null];

/** A delivery: on which day, of which promise, how many, what it was, and the other side's answer. */
export type Delivered = readonly [
  day: number,
  promise: number,
  quantity: number,
  note: string,
  answer: "accept" | "pending" | "dispute",
];

/** What the first party put in, on which day. */
export type Contributed = readonly [
  day: number,
  kind: "cash" | "equipment" | "hours" | "materials",
  what: string,
  value: number,
];

/** One agreement of the demo city; days count from the day it is loaded. */
export type AgreementStory = {
  title: string;
  template: string;
  parties: readonly string[];
  day: number;
  startsIn?: number;
  endsIn?: number;
  signDay?: number;
  promises: readonly Promised[];
  deliveries?: readonly Delivered[];
  reviews?: readonly number[];
  contributions?: readonly Contributed[];
  until?: "draft" | "negotiating" | "signing";
  amendedOn?: number;
  council?: boolean;
  hollow?: boolean;
  /** on which day what was done about it, and why */
  turn?: readonly [day: number, action: "suspend" | "terminate" | "withdraw", reason: string];
};

const bulk = (school: string): AgreementStory => ({
  title: `云桥物流 × ${school}：校企合作协议`,
  template: "cooperation-2026",
  parties: ["云桥物流", school],
  day: -260,
  signDay: -254,
  promises: [
    [30, null, null],
    [40, null, null],
    [1, -60, null],
  ],
  hollow: true,
});

/** Sound agreements first; the hollow ones differ in what a dean would see: bulk signing, silence, promises of nobody. */
export const STORIES: readonly AgreementStory[] = [
  {
    title: "南粤精密 × 岭南机电：数控“订单班”合作协议",
    template: "order-class-2026",
    parties: ["南粤精密", "岭南机电"],
    day: -280,
    promises: [
      [60, 20, "周厂长"],
      [320, 200, "何师傅"],
      [9, 380, "何师傅"],
      [5, 300, "林老师"],
    ],
    deliveries: [
      [-220, 0, 20, "第一批学徒岗位到岗名单", "accept"],
      [-190, 1, 60, "春季课表与签到", "accept"],
      [-160, 3, 2, "《数控编程》《机床装调》课程包", "accept"],
      [-120, 0, 24, "第二批学徒岗位到岗名单", "accept"],
      [-100, 2, 2, "主轴箱加工、床身检测两个真实项目", "accept"],
      [-80, 1, 64, "夏季课表与签到", "accept"],
      [-50, 3, 1, "《质量检测》课程包", "accept"],
      [-28, 1, 40, "九月课表与签到", "accept"],
      [-12, 0, 12, "第三批学徒岗位到岗名单", "accept"],
      [-4, 1, 44, "十月授课 44 课时，课表与签到", "pending"],
    ],
    reviews: [-95],
    contributions: [
      [-200, "equipment", "二手数控车床三台", 186_000],
      [-90, "hours", "导师带教", 420],
    ],
    amendedOn: -140,
  },
  {
    title: "珠江自动化 × 岭南机电：工业机器人实训基地共建协议",
    template: "training-base-2026",
    parties: ["珠江自动化", "岭南机电"],
    day: -240,
    promises: [
      [40, 30, "郑工"],
      [240, 150, "王老师"],
      [300_000, 60, "郑工"],
    ],
    deliveries: [
      [-180, 0, 20, "一期工位验收单", "accept"],
      [-150, 2, 150_000, "协作机器人两台，发票与验收", "accept"],
      [-90, 1, 96, "实训教学课表", "accept"],
      [-40, 0, 14, "二期工位验收单", "accept"],
      [-20, 1, 60, "实训教学课表", "accept"],
      [-8, 2, 110_000, "控制柜与末端工具", "accept"],
    ],
    reviews: [-50],
    contributions: [[-150, "equipment", "协作机器人两台", 150_000]],
  },
  {
    title: "粤捷汽服 × 穗城智造学院：学徒培养协议",
    template: "apprenticeship-student-2026",
    parties: ["粤捷汽服", "穗城智造学院"],
    day: -200,
    promises: [
      [30, 20, "黄店长"],
      [10, -60, "黄店长"],
      [600, 300, "赵老师"],
    ],
    deliveries: [
      [-150, 1, 10, "企业导师名册", "accept"],
      [-110, 0, 16, "首批学徒到店名单", "accept"],
      [-70, 2, 180, "一学期课程", "accept"],
      [-25, 0, 11, "第二批学徒到店名单", "accept"],
      [-10, 2, 90, "十月课程", "accept"],
    ],
    reviews: [-105, -15],
  },
  {
    title: "味承餐饮 × 羊城商旅：粤菜师徒校企合作协议",
    template: "cooperation-2026",
    parties: ["味承餐饮", "羊城商旅"],
    day: -190,
    promises: [
      [20, 30, "梁主厨"],
      [80, 100, "梁主厨"],
      [1, -30, "何老师"],
    ],
    deliveries: [
      [-120, 2, 1, "烹饪专业培养方案修订稿", "accept"],
      [-90, 0, 9, "首批实习学生名单", "accept"],
      [-60, 1, 36, "名厨进课堂", "accept"],
      [-15, 0, 8, "第二批实习学生名单", "accept"],
      [-6, 1, 12, "点心课四次", "dispute"],
    ],
    reviews: [-8],
  },
  {
    title: "仁济康养 × 珠江卫健：养老护理校企合作协议",
    template: "cooperation-2026",
    parties: ["仁济康养", "珠江卫健"],
    day: -160,
    promises: [
      [24, 60, "罗护士长"],
      [80, 90, "罗护士长"],
      [1, 10, "高老师"],
    ],
    deliveries: [
      [-100, 0, 10, "首批实习学生名单", "accept"],
      [-70, 1, 32, "护理实操课", "accept"],
      [-30, 0, 6, "第二批实习学生名单", "accept"],
      [-9, 2, 1, "培养方案", "accept"],
    ],
  },
  {
    title: "岭南机电 × 番禺八中：课程互选协议",
    template: "school-school-2026",
    parties: ["岭南机电", "番禺八中"],
    day: -150,
    promises: [
      [4, 30, "林老师"],
      [60, 60, "叶老师"],
    ],
    deliveries: [
      [-80, 0, 2, "机械制图、三维打印两门选修", "accept"],
      [-60, 1, 26, "选课名单", "accept"],
      [-20, 0, 1, "智能家居选修", "accept"],
    ],
  },
  {
    title: "岭南机电 × 穗城智造学院：数控中高职贯通培养协议",
    template: "school-school-2026",
    parties: ["岭南机电", "穗城智造学院"],
    day: -170,
    promises: [
      [2, 60, "林老师"],
      [24, 90, "林老师"],
    ],
    deliveries: [[-70, 0, 1, "贯通专业人才培养方案初稿", "accept"]],
  },
  {
    title: "岭南机电 × 海湾应技大：机电“3+4”贯通培养协议",
    template: "school-school-2026",
    parties: ["岭南机电", "海湾应技大"],
    day: -60,
    promises: [
      [1, 90, "林老师"],
      [12, 120, "林老师"],
    ],
  },
  {
    title: "穗南装备制造行业产教融合共同体章程",
    template: "three-leaders-2026",
    parties: ["南粤精密", "岭南机电", "装备行协"],
    day: -180,
    promises: [
      [6, 180, "区秘书长"],
      [3, 200, "林老师"],
    ],
    deliveries: [
      [-140, 0, 2, "两次联席会议纪要", "accept"],
      [-60, 1, 1, "数控专业培养方案", "accept"],
      [-55, 0, 1, "第三次联席会议纪要", "accept"],
    ],
    council: true,
  },
  {
    title: "千帆数字 × 穗城智造学院：软件测试校企合作协议",
    template: "cooperation-2026",
    parties: ["千帆数字", "穗城智造学院"],
    day: -6,
    startsIn: 12,
    promises: [
      [20, 200, "邱经理"],
      [80, 300, "邱经理"],
      [1, 120, "赵老师"],
    ],
    until: "negotiating",
  },
  {
    title: "南粤精密 × 穗城智造学院：数控学徒校企合作协议",
    template: "cooperation-2026",
    parties: ["南粤精密", "穗城智造学院"],
    day: -5,
    startsIn: 10,
    promises: [
      [24, 240, "何师傅"],
      [96, 300, "何师傅"],
      [1, 150, "赵老师"],
    ],
    until: "signing",
  },
  {
    title: "千帆数字 × 岭南机电：工业软件短期合作协议",
    template: "cooperation-2026",
    parties: ["千帆数字", "岭南机电"],
    day: -230,
    startsIn: -222,
    endsIn: -30,
    promises: [
      [6, -120, "邱经理"],
      [24, -90, "邱经理"],
      [1, -60, "林老师"],
    ],
    deliveries: [
      [-150, 0, 6, "岗位实习名单", "accept"],
      [-110, 1, 24, "工业软件课 24 课时，课表与签到", "accept"],
      [-70, 2, 1, "机电专业培养方案修订稿", "accept"],
    ],
  },
  {
    title: "粤捷汽服 × 岭南机电：汽车检测实训合作协议",
    template: "cooperation-2026",
    parties: ["粤捷汽服", "岭南机电"],
    day: -170,
    promises: [
      [12, 120, "黄店长"],
      [60, 150, "黄店长"],
      [1, 20, "林老师"],
    ],
    deliveries: [
      [-110, 0, 5, "首批实习名单", "accept"],
      [-80, 1, 24, "检测实操课", "accept"],
    ],
    turn: [-26, "suspend", "门店装修停业两个月，实训课顺延"],
  },
  {
    title: "味承餐饮 × 岭南机电：食品机械维护合作协议",
    template: "cooperation-2026",
    parties: ["味承餐饮", "岭南机电"],
    day: -210,
    promises: [
      [8, 60, "梁主厨"],
      [40, 90, "梁主厨"],
      [1, -20, "林老师"],
    ],
    deliveries: [
      [-140, 0, 4, "首批实习名单", "accept"],
      [-60, 1, 16, "设备维护课", "accept"],
    ],
    turn: [-10, "terminate", "中央厨房迁往外市，不再有对应岗位"],
  },
  {
    title: "云景酒店 × 岭南机电：楼宇设备合作协议",
    template: "cooperation-2026",
    parties: ["云景酒店", "岭南机电"],
    day: -45,
    startsIn: 10,
    promises: [
      [4, 200, "吴经理"],
      [20, 260, "吴经理"],
      [1, 120, "林老师"],
    ],
    until: "negotiating",
    turn: [-30, "withdraw", "岗位改为外包，暂不招学徒"],
  },
  {
    title: "珠江自动化 × 岭南机电：产业学院共建协议（草稿）",
    template: "industry-college-2026",
    parties: ["珠江自动化", "岭南机电"],
    day: -2,
    startsIn: 30,
    promises: [
      [8, 600, "王老师"],
      [480, 700, "郑工"],
      [20, 500, "王老师"],
      [6, 800, "王老师"],
    ],
    until: "draft",
  },
  ...["岭南机电", "羊城商旅", "珠江卫健", "穗城智造学院", "增城纺服"].map(bulk),
  {
    title: "云景酒店 × 羊城商旅：酒店管理“订单班”协议",
    template: "order-class-2026",
    parties: ["云景酒店", "羊城商旅"],
    day: -270,
    promises: [
      [40, -60, null],
      [120, 40, null],
      [4, null, null],
      [3, 90, "何老师"],
    ],
    deliveries: [[-200, 3, 1, "《前厅服务》课程包", "pending"]],
    hollow: true,
  },
];
