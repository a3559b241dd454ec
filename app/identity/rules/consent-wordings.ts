import { createHash } from "node:crypto";
import type { Language } from "~/platform/i18n/words";
import type { ConsentPurpose, ConsentScope } from "./consent-purposes";

type Sentences = { title: string; asked: string; why: string; kept: string; withdraw: string };

/**
 * The words somebody agrees to, one version each. A change of words is a new entry with a later `from`, never an edit:
 * what was shown must stay readable. What they must say follows 《个人信息保护法》 art. 14, 17 and 23 (read): who
 * receives what, why, for how long, and how to withdraw.
 */
export type ConsentWording = {
  purpose: ConsentPurpose;
  version: string;
  /** First civil date on which it is used. */
  from: string;
  /** Whether it names one organization that receives the data: then every such organization needs a consent of its own. */
  hasRecipient: boolean;
  scope: readonly ConsentScope[];
  text: Record<Language, Sentences>;
};

export const CONSENT_WORDINGS: readonly ConsentWording[] = [
  {
    purpose: "platform_record",
    version: "platform_record-1",
    from: "2026-01-01",
    hasRecipient: false,
    scope: [
      "name",
      "sex",
      "birthDate",
      "studentNumber",
      "programme",
      "className",
      "phone",
      "email",
      "guardianContact",
    ],
    text: {
      "zh-CN": {
        title: "{{school}}在产教桥保存{{student}}的学籍和联系信息",
        asked:
          "{{school}}希望把{{student}}的下列信息保存在产教桥，只有本校负责实习的老师能看，看敏感项要写理由并留下记录。",
        why: "用来安排实习、判断是否未成年、在紧急时联系家长。",
        kept: "在校期间保存；毕业或离校后两年内用于回访，之后删除或匿名。",
        withdraw:
          "不同意不影响上学。同意之后随时可以撤回，撤回后平台不再使用这些信息，撤回前已经发生的事不受影响。",
      },
      en: {
        title: "{{school}} keeps the record and contact details of {{student}} on Chanjiao Bridge",
        asked:
          "{{school}} would like to keep the following details of {{student}} on Chanjiao Bridge. Only the school's own internship staff can see them; to see a sensitive one they must write why, and that is recorded.",
        why: "It is used to arrange internships, to tell who is under age, and to reach the family in an emergency.",
        kept: "It is kept while at school and for two years afterwards to ask how things went; then it is deleted or made anonymous.",
        withdraw:
          "Saying no has no effect on schooling. A consent can be withdrawn at any time; from then on the platform no longer uses the details. What happened before stays as it was.",
      },
    },
  },
  {
    purpose: "share_application",
    version: "share_application-1",
    from: "2026-01-01",
    hasRecipient: true,
    scope: ["name", "sex", "age", "programme", "className", "phone", "application"],
    text: {
      "zh-CN": {
        title: "把{{student}}的实习申请交给{{recipient}}",
        asked:
          "{{school}}的学生{{student}}申请去{{recipient}}实习，需要把下列信息交给这一家企业。交给别的企业要另外征求同意。",
        why: "{{recipient}}用来决定是否录用、安排面试和岗位，不能用作别的用途，也不能再转给别人。",
        kept: "没有录用的，企业在申请结束后三个月内删除；录用的，保存到实习结束后三年。",
        withdraw: "不同意，就不会把信息交给这家企业。同意之后随时可以撤回，撤回后企业不能再使用并应当删除。",
      },
      en: {
        title: "Give the internship application of {{student}} to {{recipient}}",
        asked:
          "{{student}} of {{school}} applies for an internship at {{recipient}}. For this the following details go to this one company. Any other company needs a consent of its own.",
        why: "{{recipient}} uses them to decide on the application and to arrange interview and post, for nothing else, and may not pass them on.",
        kept: "If the application fails, the company deletes them within three months; otherwise they are kept until three years after the internship.",
        withdraw:
          "Without consent nothing goes to this company. A consent can be withdrawn at any time; the company must then stop using the details and delete them.",
      },
    },
  },
  {
    purpose: "internship",
    version: "internship-1",
    from: "2026-01-01",
    hasRecipient: true,
    scope: ["name", "sex", "birthDate", "phone", "guardianContact", "placement"],
    text: {
      "zh-CN": {
        title: "{{student}}到{{recipient}}参加岗位实习（知情同意）",
        asked:
          "{{school}}安排{{student}}到{{recipient}}参加岗位实习。岗位、时间、报酬和住宿写在三方协议里，签署前会再给您看一次。",
        why: "学校和企业用下列信息安排岗位、购买保险、在出事时联系您。",
        kept: "保存到实习结束后三年。",
        withdraw: "可以不同意。同意之后也可以随时撤回：学校会和您联系，把学生接回学校或另作安排。",
      },
      en: {
        title: "{{student}} does an internship at {{recipient}} (informed consent)",
        asked:
          "{{school}} arranges an internship of {{student}} at {{recipient}}. Post, hours, pay and lodging stand in the three-party agreement, which you will be shown before it is signed.",
        why: "School and company use the following details to arrange the post and the insurance and to reach you if something happens.",
        kept: "They are kept until three years after the internship.",
        withdraw:
          "You may say no. A consent can also be withdrawn at any time: the school will contact you and take the student back or arrange something else.",
      },
    },
  },
  {
    purpose: "transfer",
    version: "transfer-1",
    from: "2026-01-01",
    hasRecipient: true,
    scope: [
      "name",
      "sex",
      "birthDate",
      "studentNumber",
      "programme",
      "className",
      "guardianContact",
      "results",
    ],
    text: {
      "zh-CN": {
        title: "{{student}}申请从{{school}}转入{{recipient}}",
        asked:
          "{{student}}申请把学籍从{{school}}转入{{recipient}}。学校已经当面说明两边课程、学业水平考试、毕业证和升学路径的不同。您同意的话，申请才会提交。",
        why: "{{recipient}}用下列信息组织考核、排序和公示（公示只有打码的姓名），教育主管部门用来审批；转成之后办理学籍。",
        kept: "没有转成的，转入校在结果公布后三个月内删除；转成的，随学籍保存。",
        withdraw:
          "不同意，申请就不提交，不影响在原校上学。办理完成之前随时可以撤回；转入之后可以在规定期限内申请转回原校。",
      },
      en: {
        title: "{{student}} applies to move from {{school}} to {{recipient}}",
        asked:
          "{{student}} applies to be registered at {{recipient}} instead of {{school}}. The school has explained face to face how courses, proficiency examinations, diploma and later routes differ. The application is submitted only if you agree.",
        why: "{{recipient}} uses the following to assess, rank and publish (a public list shows masked names only), the education authority to approve; after a move they become the school record.",
        kept: "If nothing comes of it, {{recipient}} deletes them within three months of the result; otherwise they stay with the school record.",
        withdraw:
          "Without consent nothing is submitted, and schooling goes on as before. It can be withdrawn at any time before the move; afterwards one may ask to return within the time the rules give.",
      },
    },
  },
];

/** The wording of a purpose in use on a civil date: the latest one begun by then. Throws when there was none yet. */
export const wordingOn = (purpose: ConsentPurpose, on: string): ConsentWording => {
  const found = CONSENT_WORDINGS.filter((one) => one.purpose === purpose && one.from <= on).sort((a, b) =>
    b.from.localeCompare(a.from),
  )[0];
  if (!found) throw new Error(`no wording of ${purpose} on ${on}`);
  return found;
};

export type WordingNames = { student: string; school: string; recipient: string | null };

export type ShownWording = Sentences & {
  purpose: ConsentPurpose;
  version: string;
  scope: readonly ConsentScope[];
  /** SHA-256 of every sentence as shown, names filled in. */
  hash: string;
};

/** A wording as a reader sees it: names filled in, with the hash that goes into the ledger. */
export const shownWording = (
  wording: ConsentWording,
  language: Language,
  names: WordingNames,
): ShownWording => {
  const filled = (text: string): string =>
    text
      .replaceAll("{{student}}", names.student)
      .replaceAll("{{school}}", names.school)
      .replaceAll("{{recipient}}", names.recipient ?? "");
  const text = wording.text[language];
  const sentences: Sentences = {
    title: filled(text.title),
    asked: filled(text.asked),
    why: filled(text.why),
    kept: filled(text.kept),
    withdraw: filled(text.withdraw),
  };
  const lines = [wording.version, language, wording.scope.join(","), ...Object.values(sentences)];
  const hash = createHash("sha256").update(lines.join("\n")).digest("hex");
  return { ...sentences, purpose: wording.purpose, version: wording.version, scope: wording.scope, hash };
};
