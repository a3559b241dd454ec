import type { Audience, Bilingual, SurveyQuestion, SurveyTemplate } from "./template";

const question = (id: string, zh: string, en: string): SurveyQuestion => ({ id, text: { zh, en } });

const template = (
  id: string,
  audience: Audience,
  since: string,
  questions: readonly SurveyQuestion[],
  freeText: Bilingual,
): SurveyTemplate => ({ id, audience, since, questions, freeText, verified: false });

const TO_SCHOOL: Bilingual = {
  zh: "还有什么想对学校说的？",
  en: "Is there anything else you would like to tell the school?",
};

const STUDENT_2025 = [
  question(
    "student.overall",
    "总的来说，你对学校满意吗？",
    "All in all, are you satisfied with your school?",
  ),
  question("student.classroom", "课堂教学和老师的引导", "Teaching in class, and how teachers guide you"),
  question("student.beyond", "课外活动、社团和比赛", "Activities, clubs and competitions outside class"),
  question("student.civics", "思想政治课", "Civics classes"),
  question("student.common", "语文、数学等公共基础课", "General subjects such as Chinese and mathematics"),
  question("student.major", "专业课和实训课", "Classes and practice of your major"),
  question("student.placement", "实习岗位与所学专业的对应", "How your placement fits what you study"),
  question("student.safety", "实习中的安全和劳动保护", "Safety and protection at your placement"),
];

/** Templates of questions as dated data; house texts. A change of questions is another template with a later date. */
export const SURVEY_TEMPLATES: readonly SurveyTemplate[] = [
  template("student-2025", "student", "2025-01-01", STUDENT_2025, TO_SCHOOL),
  template(
    "student-2026",
    "student",
    "2026-01-01",
    [
      ...STUDENT_2025,
      question("student.heard", "反映问题后得到的处理", "What happens after you raise a problem"),
    ],
    TO_SCHOOL,
  ),
  template(
    "graduate-2025",
    "graduate",
    "2025-01-01",
    [
      question(
        "graduate.overall",
        "总的来说，您对母校满意吗？",
        "All in all, are you satisfied with your school?",
      ),
      question(
        "graduate.skills",
        "在校学到的技能在工作或升学中够用",
        "Skills learned at school, as far as work or study needs them",
      ),
      question("graduate.placement", "岗位实习对就业的帮助", "How the placement helped you to find work"),
      question("graduate.guidance", "就业指导和推荐", "Guidance and introductions to employers"),
      question("graduate.work", "目前的工作或学习", "Your present work or study"),
      question(
        "graduate.contact",
        "毕业后学校的联系和帮助",
        "Contact and help from the school since you left",
      ),
    ],
    TO_SCHOOL,
  ),
  template(
    "parent-2025",
    "parent",
    "2025-01-01",
    [
      question(
        "parent.overall",
        "总的来说，您对孩子的学校满意吗？",
        "All in all, are you satisfied with your child's school?",
      ),
      question("parent.teaching", "学校的教学", "Teaching at the school"),
      question("parent.conduct", "对孩子品行和习惯的培养", "How the school helps your child to grow up"),
      question("parent.safety", "在校和实习期间的安全", "Safety at school and at placements"),
      question("parent.informed", "学校和您的沟通", "How the school keeps in touch with you"),
      question("parent.placement", "实习前的告知和征求同意", "How you are told and asked before a placement"),
    ],
    TO_SCHOOL,
  ),
  template(
    "teacher-2025",
    "teacher",
    "2025-01-01",
    [
      question(
        "teacher.overall",
        "总的来说，您对学校的工作满意吗？",
        "All in all, are you satisfied with working at the school?",
      ),
      question("teacher.growth", "培训和职称发展", "Training and advancement"),
      question("teacher.practice", "到企业实践的机会", "Chances to practise in enterprises"),
      question("teacher.facilities", "教学和实训条件", "Conditions for teaching and practice"),
      question("teacher.load", "工作量的安排", "How work is shared out"),
      question("teacher.partners", "合作企业对教学的参与", "How partner enterprises take part in teaching"),
    ],
    TO_SCHOOL,
  ),
  template(
    "employer-2025",
    "employer",
    "2025-01-01",
    [
      question(
        "employer.overall",
        "总的来说，贵单位对这所学校的学生满意吗？",
        "All in all, is your organization satisfied with this school's students?",
      ),
      question("employer.skills", "学生的专业技能", "The students' skills"),
      question("employer.attitude", "学生的工作态度和纪律", "The students' attitude and discipline"),
      question("employer.safety", "学生的安全意识", "The students' awareness of safety"),
      question(
        "employer.school",
        "学校老师的联系和配合",
        "Contact and cooperation with the school's teachers",
      ),
      question("employer.again", "继续接收这所学校的学生", "Taking students of this school again"),
    ],
    { zh: "对人才培养有什么建议？", en: "What would you advise the school to teach?" },
  ),
];

const byId = new Map(SURVEY_TEMPLATES.map((one) => [one.id, one]));

/** A template by its id; undefined for an id none has. */
export const templateOf = (id: string): SurveyTemplate | undefined => byId.get(id);

/**
 * The template a survey opened on a day asks with. Goes in: the audience and a civil date. Comes out: the latest that is in
 * force by then; undefined before the first one.
 */
export const templateOn = (audience: Audience, on: string): SurveyTemplate | undefined =>
  SURVEY_TEMPLATES.filter((one) => one.audience === audience && one.since <= on)
    .sort((a, b) => b.since.localeCompare(a.since))
    .at(0);
