import { pinyinKey } from "~/catalogues/pinyin-key.server";
import type { OrganizationKind, Role } from "~/identity/actor";
import { addMember } from "~/identity/commands/add-member.server";
import { createPerson } from "~/identity/commands/create-person.server";
import { DEMO_PASSWORD } from "~/identity/demo-personas";
import { hashPassword } from "~/identity/password.server";
import { likenessKeys } from "~/organizations/likeness-keys.server";
import { labelsOf } from "~/organizations/queries/labels.server";
import { checkDigitOf } from "~/organizations/rules/uscc";
import { indexOrganization } from "~/organizations/search-index.server";
import { type Ctx, systemActor } from "~/platform/command";
import { lookupHash, sealField } from "~/platform/crypto/fields.server";
import { inTransaction } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import { ENTERPRISES } from "./enterprises";
import { SCHOOLS } from "./schools";
import type { Calendar, CastMember } from "./time";

const FAMILY_NAMES = "陈林黄张李王吴刘蔡杨许郑谢郭洪曾邱廖赖周叶苏庄江何罗高";
const GIVEN_NAMES = [
  "志强",
  "秀兰",
  "建华",
  "晓燕",
  "伟明",
  "丽珍",
  "国栋",
  "美玲",
  "俊杰",
  "雪梅",
  "家豪",
  "嘉欣",
];

const personName = (index: number): string =>
  `${FAMILY_NAMES[index % FAMILY_NAMES.length]}${GIVEN_NAMES[(index * 7) % GIVEN_NAMES.length]}`;

/** A landline nobody answers: the last digits count the parties of the city. */
export const landline = (index: number): string => `020-3888${String(index).padStart(4, "0")}`;

type Founding = {
  kind: OrganizationKind;
  name: string;
  shortName: string;
  state: string;
  regionCode: string;
  at: [number, number];
  address: string;
  introduction: string;
  uscc?: string;
  schoolCode?: string;
  industryCode?: string;
  employees?: number;
  schoolLevel?: string;
  contactName: string;
  phone: string;
};

/** A code in the public form whose serial belongs to nobody; the check digit is right. */
const fictionalUscc = (index: number): string => {
  const body = `91440100MADM${String(index).padStart(5, "0")}`;
  return `${body}${checkDigitOf(body)}`;
};

const found = async (ctx: Ctx, founding: Founding): Promise<string> => {
  const now = ctx.clock.now();
  const id = newId(now.getTime());
  const { at, contactName, uscc, schoolCode, phone, ...rest } = founding;
  const labels = await labelsOf({ regionCode: rest.regionCode, industryCode: rest.industryCode ?? null });
  const keys = await likenessKeys(rest);
  const { pinyin, initials } = pinyinKey(rest.name);
  await inTransaction(async (tx) => {
    await tx.organization.create({
      data: {
        id,
        ...rest,
        ...keys,
        uscc: uscc ?? null,
        schoolCode: schoolCode ?? null,
        namePinyin: pinyin,
        nameInitials: initials,
        lng: at[0],
        lat: at[1],
        ownership: rest.kind === "school" ? "public" : null,
        contactName,
        contactPhone: sealField("organization.phone", phone),
        phoneHash: lookupHash("organization.phone", phone.replace(/\D/g, "")),
        verifiedAt: rest.state === "verified" ? now : null,
        createdAt: now,
        updatedAt: now,
        version: 1,
      },
    });
    const event = { subject: { type: "organization", id }, audience: [id] };
    await record(tx, ctx, { ...event, name: "organization.registered", payload: { name: rest.name } });
    if (rest.state === "verified") {
      await record(tx, ctx, { ...event, name: "organization.approved", payload: { merged: 0 } });
    }
    await indexOrganization(tx, id, labels);
  });
  return id;
};

export type Cast = {
  /** The one who speaks for each organization, by its short name. */
  speakers: ReadonlyMap<string, CastMember>;
  operatorId: string;
};

type Membership = { organizationId: string; role: Role };

const OTHERS: readonly (Founding & { email: string })[] = [
  {
    kind: "authority",
    name: "穗城市教育局（演示）",
    shortName: "市教育局",
    state: "verified",
    regionCode: "440100",
    at: [113.264, 23.129],
    address: "越秀区西湖路 83 号",
    introduction: "演示用的市级主管部门账号。",
    contactName: "梁处",
    phone: "020-38880990",
    email: "authority@demo.example",
  },
  {
    kind: "industry_body",
    name: "穗南装备制造行业协会（演示）",
    shortName: "装备行协",
    state: "verified",
    regionCode: "440115",
    at: [113.53, 22.8],
    address: "南沙区环市大道中 2 号",
    introduction: "牵头装备制造产教融合共同体。",
    contactName: "区秘书长",
    phone: "020-38880991",
    email: "industry@demo.example",
  },
  {
    kind: "general_school",
    name: "穗南实验初级中学（演示）",
    shortName: "穗南初中",
    state: "verified",
    regionCode: "440113",
    at: [113.38, 22.93],
    address: "番禺区市桥街光明北路 18 号",
    introduction: "公办初中，每学期带学生到职业学校和企业参加职业体验。",
    contactName: "周老师",
    phone: "020-38880992",
    email: "middleschool@demo.example",
  },
];

/** Founds the organizations of the city and gives each a person to speak for it; the personas are among them. */
export const raiseCast = async (calendar: Calendar): Promise<Cast> => {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const ctx = (days: number): Ctx => ({
    actor: systemActor("demo"),
    clock: fixedClock(calendar.at(days).toISOString()),
    requestId: newId(),
  });
  const speakers = new Map<string, CastMember>();
  const admit = (
    email: string,
    name: string,
    membership: Membership | null,
    days: number,
    isOperator = false,
  ) =>
    inTransaction(async (tx) => {
      const when = ctx(days);
      const personId = await createPerson(tx, when, {
        email,
        name,
        passwordHash,
        language: "zh-CN",
        isOperator,
      });
      if (membership) await addMember(tx, when, { personId, ...membership });
      return personId;
    });
  const speak = async (founding: Founding, email: string, days: number): Promise<string> => {
    const id = await found(ctx(days), founding);
    const personId = await admit(email, founding.contactName, { organizationId: id, role: "owner" }, days);
    const { kind, name, shortName, state } = founding;
    speakers.set(shortName, {
      personId,
      name: founding.contactName,
      organization: { id, kind, name, verified: state === "verified", role: "owner" },
    });
    return id;
  };

  const states = { unverified: "draft", returned: "draft" } as const;
  const emails: Record<string, string> = {
    南粤精密: "enterprise@demo.example",
    珠江自动化: "enterprise2@demo.example",
    岭南机电: "school@demo.example",
    羊城商旅: "school2@demo.example",
    番禺八中: "highschool@demo.example",
  };
  for (const [index, firm] of ENTERPRISES.entries()) {
    const founding: Founding = {
      kind: "enterprise",
      name: firm.name,
      shortName: firm.short,
      state: states[firm.habit as keyof typeof states] ?? "verified",
      regionCode: firm.region,
      at: firm.at,
      address: firm.address,
      introduction: firm.intro,
      uscc: fictionalUscc(index + 1),
      industryCode: firm.industry,
      employees: firm.employees,
      contactName: personName(index),
      phone: firm.phone ?? landline(index),
    };
    await speak(founding, emails[firm.short] ?? `office@firm${index + 1}.example`, -300 + index * 3);
  }
  for (const [index, school] of SCHOOLS.entries()) {
    const founding: Founding = {
      kind: school.kind,
      name: school.name,
      shortName: school.short,
      state: school.habit === "unverified" ? "draft" : "verified",
      regionCode: school.region,
      at: school.at,
      address: school.address,
      introduction: school.intro,
      schoolCode: school.schoolCode,
      ...(school.level ? { schoolLevel: school.level } : {}),
      contactName: personName(index + 40),
      phone: landline(index + 60),
    };
    await speak(founding, emails[school.short] ?? `office@school${index + 1}.example`, -310 + index);
  }
  for (const { email, ...founding } of OTHERS) await speak(founding, email, -310);

  const firm = speakers.get("南粤精密")!.organization.id;
  const school = speakers.get("岭南机电")!.organization.id;
  await admit("mentor@demo.example", "何师傅", { organizationId: firm, role: "mentor" }, -200);
  await admit("teacher@demo.example", "林老师", { organizationId: school, role: "teacher" }, -200);
  await admit("student@demo.example", "黄子轩", { organizationId: school, role: "student" }, -100);
  await admit("minor@demo.example", "陈雨桐", { organizationId: school, role: "student" }, -100);
  await admit("guardian@demo.example", "陈伯年", null, -90);
  const operatorId = await admit("operator@demo.example", "平台运营", null, -320, true);
  return { speakers, operatorId };
};
