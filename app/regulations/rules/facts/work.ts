import { boolean, choice, choices, dates, integer, money, number, time } from "./kinds";

/** Facts about pay, fees, hours and shifts. */
export const workFacts = {
  "pay.monthlyFen": money(
    ["实习报酬（月）", "学生每月实得报酬"],
    ["Pay per month", "What the student receives per month"],
    320_000,
  ),
  "pay.samePostMonthlyFen": money(
    ["相同岗位工资标准（月）", "本单位相同岗位职工的工资标准"],
    ["Same-post wage per month", "The host's wage standard for the same post"],
    400_000,
  ),
  "pay.lowestTierMonthlyFen": money(
    ["最低档工资标准（月）", "本单位最低档工资标准"],
    ["Lowest wage tier per month", "The host's lowest wage tier"],
    300_000,
  ),
  "pay.cycleDays": integer(
    "days",
    366,
    ["报酬支付周期", "两次支付之间的天数"],
    ["Pay cycle", "Days from one payment to the next"],
    30,
  ),
  "pay.form": choice(
    {
      money: { zh: "货币", en: "money" },
      goods: { zh: "实物", en: "goods" },
      vouchers: { zh: "代金券", en: "vouchers" },
      mixed: { zh: "货币与实物混合", en: "money and goods" },
    },
    ["支付形式", "实习报酬以何种形式支付"],
    ["Form of pay", "In what form the student is paid"],
    "money",
  ),
  "pay.payee": choice(
    {
      student: { zh: "学生本人账户", en: "the student's own account" },
      school: { zh: "学校代收", en: "through the school" },
      agent: { zh: "中介代发", en: "through an agent" },
      other: { zh: "其他第三方", en: "another third party" },
    },
    ["收款人", "报酬直接付给谁"],
    ["Payee", "Whom the host pays"],
    "student",
  ),
  fees: choices(
    {
      deposit: { zh: "押金", en: "deposit" },
      training: { zh: "培训费", en: "training fee" },
      commission: { zh: "实习报酬提成", en: "commission on pay" },
      management: { zh: "管理费", en: "management fee" },
      material: { zh: "实习材料费", en: "material fee" },
      employment_service: { zh: "就业服务费", en: "employment service fee" },
      other: { zh: "其他费用", en: "other fee" },
    },
    ["向学生收取的费用", "以任何名义向学生收取的费用；没有填空列表"],
    ["Fees charged to the student", "Under any name; an empty list when none"],
    [],
  ),
  "organizing.rebateFen": money(
    ["按人头返利", "任何一方因组织学生实习而收取的返利或差价"],
    ["Rebate", "What anyone earns for supplying the students"],
    0,
  ),
  retainedDocuments: choices(
    {
      student_card: { zh: "学生证", en: "student card" },
      id_card: { zh: "居民身份证", en: "ID card" },
      diploma: { zh: "毕业证书", en: "diploma" },
      other: { zh: "其他证件", en: "other papers" },
    },
    ["扣押的证件", "被扣押的证件；没有填空列表"],
    ["Papers retained", "Papers kept from the student; an empty list when none"],
    [],
  ),
  "retained.guarantee": boolean(
    ["是否要求担保或收取财物", "要求学生提供担保或以其他名义收取财物"],
    ["Guarantee or property taken", "The student must give a guarantee or property"],
    false,
  ),
  "hours.perDay": number(
    "hours",
    24,
    ["每日工作时间", "最长的一天"],
    ["Hours per day", "The longest day"],
    8,
  ),
  "hours.perWeek": number(
    "hours",
    168,
    ["每周工作时间", "最长的一周"],
    ["Hours per week", "The longest week"],
    40,
  ),
  "shifts.night": boolean(
    ["是否夜班", "安排夜间工作"],
    ["Night shifts", "Work is scheduled at night"],
    false,
  ),
  "shifts.overtime": boolean(["是否加班", "安排加班"], ["Overtime", "Overtime is scheduled"], false),
  "shifts.restDays": boolean(
    ["是否在休息日或法定节假日工作", "排班是否占用休息日、法定节假日"],
    ["Work on rest days or holidays", "The roster uses rest days or statutory holidays"],
    false,
  ),
  "shifts.startTime": time(["上班时间", "24 小时制"], ["Shift starts", "24-hour clock"], "08:30"),
  "shifts.endTime": time(
    ["下班时间", "早于上班时间表示次日"],
    ["Shift ends", "Earlier than the start means the next day"],
    "17:30",
  ),
  workDates: dates(
    ["实际或计划工作日期", "逐日核对休息日、法定节假日和调休"],
    ["Days worked or planned", "Each is checked against rest days, holidays and make-up days"],
    ["2026-09-01", "2026-09-02"],
  ),
} as const;
