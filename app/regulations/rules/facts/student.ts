import { boolean, choice, code, date, integer } from "./kinds";

export const REGION = /^\d{6}$/;

/** Facts about the student, the school and the consents given. */
export const studentFacts = {
  "student.schoolLevel": choice(
    {
      secondary: { zh: "中等职业学校", en: "secondary vocational" },
      associate: { zh: "高职专科", en: "associate (高职专科)" },
      bachelor: { zh: "高职本科", en: "vocational bachelor" },
      other: { zh: "其他", en: "other" },
    },
    ["学校层次", "学生就读学校的办学层次"],
    ["School level", "Level of the school the student attends"],
    "secondary",
  ),
  "student.studyMode": choice(
    { full_time: { zh: "全日制", en: "full-time" }, part_time: { zh: "非全日制", en: "part-time" } },
    ["学习形式", "全日制学历教育或非全日制"],
    ["Study mode", "Full-time degree education or not"],
    "full_time",
  ),
  "student.birthDate": date(
    ["出生日期", "用来计算实习期间每一天的周岁"],
    ["Date of birth", "Used to compute the age on every day of the placement"],
    "2008-05-14",
  ),
  "student.sex": choice(
    { female: { zh: "女", en: "female" }, male: { zh: "男", en: "male" } },
    ["性别", "仅用于女职工禁忌从事的劳动范围"],
    ["Sex", "Used only for the work closed to women"],
    "female",
  ),
  "student.gradeYear": integer(
    "year",
    8,
    ["年级", "实习开始时所在年级，一年级填 1"],
    ["Year of study", "Year of study when the placement starts; the first year is 1"],
    2,
  ),
  "school.provinceCode": code(
    REGION,
    "GB/T 2260",
    ["学校所在区划", "学校所在地的六位区划代码，前两位为省"],
    ["School region", "Six-digit region code of the school; the first two digits are the province"],
    "440100",
  ),
  "major.code": code(
    /^\d{6}K?$/,
    "职业教育专业目录",
    ["专业代码", "学生所学专业，按专业目录原样填写"],
    ["Major code", "The student's major, exactly as printed in the catalogue"],
    "660301",
  ),
  "consent.student": date(
    ["学生签署知情同意书日期", "学生本人签字的日期"],
    ["Student's consent signed on", "The day the student signed the informed consent"],
    "2026-08-10",
  ),
  "consent.guardian": date(
    ["监护人签署知情同意书日期", "法定监护人或家长签字的日期"],
    ["Guardian's consent signed on", "The day the legal guardian or parent signed"],
    "2026-08-11",
  ),
  "training.completedOn": date(
    ["岗前培训完成日期", "学校组织的实习前培训"],
    ["Pre-placement training completed on", "Training organised before the placement"],
    "2026-08-20",
  ),
  "safetyTest.passed": boolean(
    ["安全教育考核是否合格", "上岗前的安全教育培训与考核"],
    ["Safety test passed", "Safety education and test before taking the post"],
    true,
  ),
  "safetyTest.passedOn": date(
    ["安全考核通过日期", "不得晚于上岗日"],
    ["Safety test passed on", "Not later than the first day on the post"],
    "2026-08-25",
  ),
  "safetyTest.validTo": date(
    ["安全考核有效期至", "早于实习结束的，到期须重新考核"],
    ["Safety test valid to", "If it ends before the placement, the test must be renewed"],
    "2027-08-24",
  ),
  "lodging.type": choice(
    {
      dormitory: { zh: "统一宿舍", en: "organised dormitory" },
      home: { zh: "在家住宿", en: "at home" },
      outside: { zh: "自行在外住宿", en: "on one's own elsewhere" },
    },
    ["住宿方式", "实习期间住在哪里"],
    ["Lodging", "Where the student lives during the placement"],
    "dormitory",
  ),
  "lodging.guardianSignedOn": date(
    ["外宿监护人签字日期", "自行外宿须监护人签字"],
    ["Guardian agreed to lodging on", "Needed when the student lodges elsewhere"],
    "2026-08-12",
  ),
  "lodging.filedOn": date(
    ["外宿学校备案日期", "自行外宿须学校备案"],
    ["Lodging filed with the school on", "Needed when the student lodges elsewhere"],
    "2026-08-13",
  ),
} as const;
