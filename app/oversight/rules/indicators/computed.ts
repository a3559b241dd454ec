import { computed } from "./counted";
import type { Indicator } from "./indicator";

/** The indicators counted from the platform's own records, in the order they are read. House definitions. */
export const COMPUTED_INDICATORS: readonly Indicator[] = [
  computed(
    "slots_offered",
    "local",
    "seats",
    { zh: "发布的实习与学徒名额", en: "Internship and apprenticeship places offered" },
    {
      zh: "当年发布的实习、学徒制供给的名额之和，按发布单位所在地计。后来关闭的也计入。",
      en: "Places of internship and apprenticeship offers published in the year, at the publisher's place. Those closed later count too.",
    },
  ),
  computed(
    "listings_published",
    "local",
    "items",
    { zh: "发布的供需", en: "Listings published" },
    {
      zh: "当年发布过的供给和需求条数，按发布单位所在地计。",
      en: "Offers and needs published in the year, at the publisher's place.",
    },
  ),
  computed(
    "industry_tutor_offers",
    "local",
    "items",
    { zh: "行业导师供给", en: "Industry tutor offers" },
    {
      zh: "当年发布的行业导师供给条数，按发布单位所在地计。",
      en: "Offers of industry tutors published in the year, at the publisher's place.",
    },
  ),
  computed(
    "enquiry_reply_rate",
    "local",
    "share",
    { zh: "对接答复率", en: "Enquiries answered" },
    {
      zh: "当年收到的对接中，收到方答复过的占比，按收到方所在地计。仍在等待答复的、答复前撤回的不计。",
      en: "Of the enquiries received in the year, those the recipient answered, at the recipient's place. Those still waiting and those withdrawn before an answer are left out.",
    },
  ),
  computed(
    "enquiry_agreed_rate",
    "local",
    "share",
    { zh: "对接达成率", en: "Enquiries agreed" },
    {
      zh: "当年收到并已结束的对接中，双方达成一致的占比，按收到方所在地计。仍在进行的、撤回的不计。",
      en: "Of the enquiries received in the year that ended, those both sides agreed, at the recipient's place. Those still open and those withdrawn are left out.",
    },
  ),
  computed(
    "agreements_sealed",
    "local",
    "items",
    { zh: "签署生效的合作协议", en: "Agreements sealed" },
    {
      zh: "当年首次封存的合作协议。一份协议只计一次：计在第一所学校，没有学校的计在第一方。",
      en: "Agreements first sealed in the year. Each counts once: at its first school, at its first party where there is no school.",
    },
  ),
  computed(
    "partnerships_sound",
    "local",
    "share",
    { zh: "运行正常的合作占比", en: "Sound partnerships" },
    {
      zh: "正在履行的合作中，运行指数为“正常”的占比，计法同上。刚开始、还看不出运行情况的不计。",
      en: "Of the running partnerships, those whose health is sound, counted as above. Those too young to be judged are left out.",
    },
    { standing: true },
  ),
  computed(
    "commitments_delivered",
    "local",
    "share",
    { zh: "承诺兑现率", en: "Commitments delivered" },
    {
      zh: "期限在当年的协议承诺中，对方已确认足额兑现的占比，按承诺方所在地计。变更协议取消的不计。",
      en: "Of the commitments due in the year, those the other side confirmed as fully delivered, at the promiser's place. Those an amendment took out are left out.",
    },
  ),
  computed(
    "placements_started",
    "local",
    "people",
    { zh: "到岗实习人次", en: "Placements started" },
    {
      zh: "当年实际到岗的实习，一名学生在一个单位计一次，按学校所在地计。",
      en: "Placements whose student came to work in the year, one for each student and host, at the school's place.",
    },
    { persons: true },
  ),
  computed(
    "placements_local",
    "local",
    "share",
    { zh: "本市实习占比", en: "Placements in the own city" },
    {
      zh: "当年到岗的实习中，实习单位与学校在同一地级市的占比。",
      en: "Of the placements started in the year, those whose host is in the school's own city.",
    },
    { persons: true },
  ),
  computed(
    "placements_paid",
    "local",
    "share",
    { zh: "有实习报酬的占比", en: "Paid placements" },
    {
      zh: "当年到岗的岗位实习和学徒中，约定了报酬的占比，按学校所在地计。认识实习不计。",
      en: "Of the placements started in the year, those with an agreed pay, at the school's place. Observation visits are left out.",
    },
    { persons: true },
  ),
  computed(
    "placements_sealed",
    "local",
    "share",
    { zh: "三方协议签署率", en: "Placements with a signed agreement" },
    {
      zh: "当年到岗的实习中，三方协议各方均已签署的占比，按学校所在地计。",
      en: "Of the placements started in the year, those whose tripartite agreement everybody has signed, at the school's place.",
    },
    { persons: true },
  ),
  computed(
    "placements_completed",
    "local",
    "share",
    { zh: "实习完成率", en: "Placements completed" },
    {
      zh: "当年结束的实习中，完成的占比，按学校所在地计。没有到岗的不计。",
      en: "Of the placements that ended in the year, those completed, at the school's place. Those who never came are left out.",
    },
    { persons: true },
  ),
  computed(
    "applications_placed",
    "local",
    "share",
    { zh: "申请落实率", en: "Applications that led to a placement" },
    {
      zh: "当年提交并已结束的岗位申请中，落实为实习的占比，按学校所在地计。仍在进行的、学生撤回的不计。",
      en: "Of the applications of the year that ended, those that became a placement, at the school's place. Those still open and those withdrawn are left out.",
    },
    { persons: true },
  ),
  computed(
    "programmes_open",
    "resources",
    "items",
    { zh: "开设的专业点", en: "Programmes open" },
    { zh: "目前在招的专业点数。", en: "Programmes that take students now." },
    { standing: true },
  ),
  computed(
    "programme_seats",
    "resources",
    "seats",
    { zh: "专业点学位", en: "Seats of programmes" },
    { zh: "目前在招专业点每届的学位之和。", en: "Seats of one intake of the programmes open now." },
    { standing: true },
  ),
  computed(
    "practice_share_half",
    "resources",
    "share",
    { zh: "实践学时过半的专业点占比", en: "Programmes with half their hours in practice" },
    {
      zh: "目前在招、填报了实践学时占比的专业点中，占比达到 50% 的比例。没有填报的不计。",
      en: "Of the open programmes that state their share of practice hours, those at 50 % or more. Those that do not state it are left out.",
    },
    { standing: true },
  ),
  computed(
    "enterprise_equipment",
    "policy",
    "fen",
    { zh: "企业提供的校内实践教学设备值", en: "Equipment given by enterprises" },
    {
      zh: "当年企业以自有资源投入合作的设备金额，按企业所在地计。政府资金、共同资金和没有填金额的不计。",
      en: "Value of equipment enterprises put into partnerships from their own means in the year, at the enterprise's place. Public and shared money and entries without an amount are left out.",
    },
  ),
  computed(
    "enterprise_cash",
    "policy",
    "fen",
    { zh: "企业投入合作的资金", en: "Money given by enterprises" },
    {
      zh: "当年企业以自有资金投入合作的金额，按企业所在地计。政府资金、共同资金不计。",
      en: "Money enterprises put into partnerships from their own means in the year, at the enterprise's place. Public and shared money is left out.",
    },
  ),
  computed(
    "enterprise_hours",
    "policy",
    "hours",
    { zh: "企业投入合作的工时", en: "Hours given by enterprises" },
    {
      zh: "当年企业人员投入合作的小时数，按企业所在地计。",
      en: "Hours of enterprise staff put into partnerships in the year, at the enterprise's place.",
    },
  ),
];
