import type { Bilingual } from "./templates/template";

/** What a consortium's own records say about it. */
export type ConsortiumFacts = {
  members: number;
  organs: number;
  duties: number;
  benefits: number;
  meetings: number;
  meetingsThisYear: number;
  tasks: number;
  tasksDone: number;
  elementsDone: number;
  contributionsFen: number;
  acceptedDeliveries: number;
  keptShare: number;
  daysSinceDeed: number;
  shared: number;
};

type Measure = (facts: ConsortiumFacts) => boolean;
export type Indicator = { readonly id: string; readonly title: Bilingual; readonly measure: Measure | null };
export type IndicatorGroup = {
  readonly id: string;
  readonly title: Bilingual;
  readonly items: readonly Indicator[];
};
export type IndicatorTree = {
  readonly id: string;
  readonly validFrom: string;
  readonly verified: boolean;
  readonly levels: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly negative: boolean;
    readonly groups: readonly IndicatorGroup[];
  }[];
};

type Row = readonly [zh: string, en: string, measure?: Measure];

const group = (id: string, zh: string, en: string, ...rows: Row[]): IndicatorGroup => ({
  id,
  title: { zh, en },
  items: rows.map(([itemZh, itemEn, measure], index) => ({
    id: `${id}.${index + 1}`,
    title: { zh: itemZh, en: itemEn },
    measure: measure ?? null,
  })),
});

/**
 * A tree of the shape of the trial standard for city consortia (3 first-level, 16 second-level, 44 third-level indicators,
 * the third part negative). Its wording is the house's: the published text was not read, so it is no citation.
 */
export const CITY_CONSORTIUM_TREE: IndicatorTree = {
  id: "city-consortium-house-2026",
  validFrom: "2026-01-01",
  verified: false,
  levels: [
    {
      id: "1",
      title: { zh: "基础性", en: "Foundations" },
      negative: false,
      groups: [
        group(
          "1.1",
          "产教资源",
          "Resources",
          ["园区产业集聚", "Industry in the park"],
          ["院校专业匹配主导产业", "Majors match the leading industry"],
          ["企业成员不少于三家", "At least three members", (f) => f.members >= 3],
        ),
        group(
          "1.2",
          "组织架构",
          "Organs",
          ["设有理事会等机构", "A council and organs", (f) => f.organs >= 2],
          ["有专职人员", "Full-time staff"],
          ["有办公场所", "Premises"],
        ),
        group(
          "1.3",
          "章程制度",
          "Rules",
          ["章程已签署并用印", "A sealed charter", (f) => f.members >= 2],
          ["职责表完整", "A table of duties", (f) => f.duties >= 3],
          ["利益共享规则明确", "Rules of sharing", (f) => f.benefits >= 1],
        ),
        group(
          "1.4",
          "实体运作",
          "Entity",
          ["有运营实体", "An operating entity"],
          ["有年度预算", "A yearly budget"],
          ["有独立账目", "Accounts of its own"],
        ),
        group(
          "1.5",
          "平台建设",
          "Platforms",
          ["供需信息平台", "A supply and demand platform"],
          ["共性技术平台", "A shared technology platform"],
          ["共享实训平台", "A shared training platform"],
        ),
      ],
    },
    {
      id: "2",
      title: { zh: "实质性", en: "Substance" },
      negative: false,
      groups: [
        group(
          "2.1",
          "合作办学",
          "Running schools together",
          ["共建专业", "Majors built together"],
          ["共建产业学院", "Industry colleges"],
          ["三张清单按期发布", "The three lists published on time"],
        ),
        group(
          "2.2",
          "合作育人",
          "Training together",
          ["学徒培养", "Apprenticeships"],
          ["双导师", "Two mentors"],
          ["真实项目进课堂", "Real projects in class"],
        ),
        group(
          "2.3",
          "合作就业",
          "Employment together",
          ["对口就业", "Jobs that fit"],
          ["员工培训", "Training of staff"],
        ),
        group(
          "2.4",
          "合作发展",
          "Developing together",
          ["技术攻关项目", "Technology projects"],
          ["技术服务到款", "Paid services"],
          ["成果转化", "Transfer of results"],
        ),
        group(
          "2.5",
          "五类要素",
          "Five elements",
          ["五类要素均有完成的任务", "A finished task in each element", (f) => f.elementsDone >= 5],
          ["课程与教材共享", "Shared courses and textbooks"],
          ["基地共享", "Shared base"],
        ),
        group(
          "2.6",
          "会议与行动",
          "Meetings and actions",
          ["本年会议不少于两次", "Two meetings this year", (f) => f.meetingsThisYear >= 2],
          ["任务完成过半", "Half of the tasks done", (f) => f.tasks > 0 && f.tasksDone * 2 >= f.tasks],
          ["承诺兑现不低于七成五", "Three quarters of promises kept", (f) => f.keptShare >= 0.75],
        ),
        group(
          "2.7",
          "投入",
          "Contributions",
          ["有登记的投入", "Recorded contributions", (f) => f.contributionsFen > 0],
          ["有被确认的交付", "Accepted deliveries", (f) => f.acceptedDeliveries > 0],
          ["财政支持", "Public support"],
        ),
        group("2.8", "保障", "Support", ["政策支持", "Policies"], ["监测评价", "Monitoring"]),
      ],
    },
    {
      id: "3",
      title: { zh: "否定性", en: "Negative" },
      negative: true,
      groups: [
        group(
          "3.1",
          "有名无实",
          "In name only",
          ["半年没有任何活动", "Nothing happened for half a year", (f) => f.daysSinceDeed > 183],
          ["一年没有会议", "No meeting in a year", (f) => f.meetingsThisYear === 0],
          ["没有任何承诺兑现", "No promise was ever kept", (f) => f.acceptedDeliveries === 0],
        ),
        group(
          "3.2",
          "没有实体",
          "No entity",
          ["没有组织机构和职责", "No organs and duties", (f) => f.organs === 0 || f.duties === 0],
          ["没有利益共享", "No sharing of benefits", (f) => f.benefits === 0],
        ),
        group(
          "3.3",
          "弄虚作假",
          "False data",
          ["成员联系方式相同", "Members share contacts", (f) => f.shared > 0],
          ["材料经核查不实", "Papers found untrue"],
        ),
      ],
    },
  ],
};

export type IndicatorAnswer = "met" | "unmet" | "unknown";

/** What an indicator says about some facts; without a measure it needs papers and says nothing. */
export const answerOf = (indicator: Indicator, facts: ConsortiumFacts): IndicatorAnswer =>
  indicator.measure === null ? "unknown" : indicator.measure(facts) ? "met" : "unmet";

/** How many indicators of a tree were checked from records and met, and how many negative ones are raised. */
export const summarize = (
  tree: IndicatorTree,
  facts: ConsortiumFacts,
): { checked: number; met: number; negative: number } => {
  const all = tree.levels.flatMap((level) =>
    level.groups.flatMap((one) =>
      one.items.map((item) => ({ negative: level.negative, answer: answerOf(item, facts) })),
    ),
  );
  const positive = all.filter((one) => !one.negative && one.answer !== "unknown");
  return {
    checked: positive.length,
    met: positive.filter((one) => one.answer === "met").length,
    negative: all.filter((one) => one.negative && one.answer === "met").length,
  };
};
