import type { Person } from "~/identity/actor";
import { createPerson } from "~/identity/commands/create-person.server";
import { followStanding } from "~/marketplace/commands/follow-standing.server";
import { addEvidence } from "~/organizations/commands/add-evidence.server";
import { appealBlock } from "~/organizations/commands/appeal-block.server";
import { askDataRequest } from "~/organizations/commands/ask-data-request.server";
import { blockOrganization } from "~/organizations/commands/block-organization.server";
import { decideIdentityChange } from "~/organizations/commands/decide-identity-change.server";
import { foundOrganization } from "~/organizations/commands/found-organization.server";
import { mergeOrganizations } from "~/organizations/commands/merge-organizations.server";
import { reportSuspicion } from "~/organizations/commands/report-suspicion.server";
import { requestIdentityChange } from "~/organizations/commands/request-identity-change.server";
import { submitForVerification } from "~/organizations/commands/submit-for-verification.server";
import { updateOrganizationProfile } from "~/organizations/commands/update-organization-profile.server";
import type { SelfRegisteredKind } from "~/organizations/registration-schema";
import { checkDigitOf } from "~/organizations/rules/uscc";
import { systemActor } from "~/platform/command";
import { lookupHash } from "~/platform/crypto/fields.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { fixedClock } from "~/platform/time/clock";
import type { Cast } from "./cast";
import { must } from "./must";
import { type Calendar, type CastMember, ctxAt } from "./time";

const paper = (name: string) => ({
  field: "evidence",
  name: `${name}.txt`,
  mediaType: "text/plain",
  bytes: new TextEncoder().encode(`${name}\n演示用文本，不是真实文件\n`),
});

const personAt = (personId: string, name: string, at: Date, isOperator = false) => {
  const actor: Person = {
    kind: "person",
    personId,
    organizationId: null,
    name,
    language: "zh-CN",
    isOperator,
    sessionPublicId: newId(),
    organization: null,
  };
  return { actor, clock: fixedClock(at.toISOString()), requestId: newId() };
};

const versionOf = async (id: string): Promise<number> =>
  (await read.organization.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;

type Registered = {
  kind: SelfRegisteredKind;
  name: string;
  uscc: string | null;
  schoolCode: string | null;
  regionCode: string;
};

/** Somebody new registers an organization; comes out: who speaks for it. */
const register = async (draft: Registered, owner: string, email: string, at: Date): Promise<CastMember> => {
  const ctx = { actor: systemActor("demo"), clock: fixedClock(at.toISOString()), requestId: newId() };
  return inTransaction(async (tx) => {
    const personId = await createPerson(tx, ctx, {
      email,
      name: owner,
      passwordHash: null,
      language: "zh-CN",
    });
    const place = { point: null, pointOf: null };
    const id = await foundOrganization(tx, ctx, { draft, place, owner: { personId, name: owner, email } });
    const { kind, name } = draft;
    return { personId, name: owner, organization: { id, kind, name, verified: false, role: "owner" } };
  });
};

/** An enterprise with a school's phone, mail domain and house waits for verification: the operator sees the pair. */
const falsePair = async (cast: Cast, calendar: Calendar): Promise<void> => {
  const school = cast.speakers.get("增城纺服")!.organization.id;
  const known = await read.organization.findUniqueOrThrow({ where: { id: school } });
  const body = "91440118MADM90001";
  const uscc = `${body}${checkDigitOf(body)}`;
  const draft: Registered = {
    kind: "enterprise",
    name: "增城纺服实业有限公司",
    uscc,
    schoolCode: null,
    regionCode: "440118",
  };
  const owner = await register(draft, "赖国栋", "office@zcff.example", calendar.at(-2));
  const ctx = ctxAt(owner, calendar.at(-1));
  const { version } = must(
    await updateOrganizationProfile(ctx, {
      version: await versionOf(owner.organization.id),
      name: draft.name,
      uscc,
      region: "440118",
      address: known.address,
      industry: "1819",
      employees: 12,
      contactName: "赖国栋",
      contactPhone: "020-38880065",
    }),
  );
  must(await addEvidence(ctx, [paper("营业执照")]));
  must(await submitForVerification(ctx, { version }));
};

/** Somebody claims a college of the public list with its code and a letter; the operator has not looked yet. */
const claim = async (calendar: Calendar): Promise<void> => {
  const listed = await read.organization.findFirst({
    where: {
      state: "unclaimed",
      kind: "school",
      regionCode: { startsWith: "4401" },
      publicCode: { not: null },
    },
    orderBy: { name: "asc" },
  });
  if (!listed?.publicCode) return;
  const { name, publicCode, regionCode } = listed;
  const draft: Registered = { kind: "school", name, uscc: null, schoolCode: publicCode, regionCode };
  const owner = await register(draft, "演示认领人", "claim@renling.example", calendar.at(-1));
  const ctx = ctxAt(owner, calendar.at(-1, 15));
  const { version } = must(
    await updateOrganizationProfile(ctx, {
      version: await versionOf(owner.organization.id),
      name,
      schoolCode: publicCode,
      region: regionCode.endsWith("00") ? "440100" : regionCode,
      address: "（演示，未填写真实地址）1 号",
      schoolLevel: "associate",
      ownership: "public",
      contactName: "演示认领人",
      contactPhone: "020-38889999",
    }),
  );
  must(await addEvidence(ctx, [paper("学校授权书")]));
  must(await submitForVerification(ctx, { version }));
};

const rename = async (cast: Cast, calendar: Calendar): Promise<void> => {
  const school = cast.speakers.get("增城纺服")!;
  const ctx = ctxAt(school, calendar.at(-40));
  must(await addEvidence(ctx, [paper("更名批复")]));
  const { changeId } = must(
    await requestIdentityChange(ctx, { name: "增城时尚设计职业技术学校", why: "经批准更名，办学内容不变。" }),
  );
  const operator = personAt(cast.operatorId, "平台运营", calendar.at(-38), true);
  must(await decideIdentityChange(operator, { changeId, outcome: "approved", reason: "已核对批复原件。" }));
};

const block = async (cast: Cast, calendar: Calendar): Promise<void> => {
  const firm = cast.speakers.get("青禾造型")!;
  const organizationId = firm.organization.id;
  const school = cast.speakers.get("珠江卫健")!;
  must(
    await reportSuspicion(ctxAt(school, calendar.at(-12)), {
      organizationId,
      reasonCode: "fee",
      text: "该企业人员在校门口向学生收取每人 800 元“实习安排费”，有两名学生的转账截图。",
    }),
  );
  const operator = personAt(cast.operatorId, "平台运营", calendar.at(-9), true);
  const { blockId } = must(
    await blockOrganization(operator, {
      organizationId,
      version: await versionOf(organizationId),
      reasonCode: "fee",
      facts: "两名学生提供了向该企业员工转账 800 元的截图，备注为“实习安排费”。",
    }),
  );
  await followStanding(operator, { blocked: organizationId }, calendar.today);
  const ctx = ctxAt(firm, calendar.at(-2));
  must(await addEvidence(ctx, [paper("退款凭证")]));
  must(
    await appealBlock(ctx, {
      blockId,
      appeal: "收款系离职员工个人行为，公司已全部退还并报案，附退款凭证。请恢复。",
    }),
  );
};

const merge = async (cast: Cast, calendar: Calendar): Promise<void> => {
  const kept = cast.speakers.get("明德会计")!;
  const body = "91440100MADM90002";
  const second = await register(
    {
      kind: "enterprise",
      name: `${kept.organization.name}（番禺办事处）`,
      uscc: `${body}${checkDigitOf(body)}`,
      schoolCode: null,
      regionCode: "440113",
    },
    "罗美玲",
    "branch@mingde.example",
    calendar.at(-25),
  );
  const operator = personAt(cast.operatorId, "平台运营", calendar.at(-24), true);
  must(
    await mergeOrganizations(operator, {
      organizationId: second.organization.id,
      version: await versionOf(second.organization.id),
      survivorId: kept.organization.id,
      reason: "同一企业的两份资料，办事处不是独立法人。",
    }),
  );
  const change = { merged: second.organization.id, into: kept.organization.id };
  await followStanding(operator, change, calendar.today);
};

/** A guardian asked the school to correct an entry; it waits for the answer. */
const guardianAsks = async (calendar: Calendar): Promise<void> => {
  const person = await read.person.findUnique({
    where: { emailHash: lookupHash("person.email", "guardian@demo.example") },
    select: { id: true, name: true },
  });
  const link = person && (await read.guardian.findFirst({ where: { personId: person.id, endedAt: null } }));
  if (!link) return;
  must(
    await askDataRequest(personAt(person.id, person.name, calendar.at(-3)), {
      studentId: link.studentId,
      kind: "correction",
      field: "className",
      text: "九月已调到 2 班，登记的还是 1 班。",
    }),
  );
};

/** Trust in every state: a telling pair, a claim, a rename, a block under appeal, a merged pair, a guardian's request. */
export const tellTrust = async (
  cast: Cast,
  calendar: Calendar,
  say: (text: string) => void,
): Promise<void> => {
  await rename(cast, calendar);
  await falsePair(cast, calendar);
  await claim(calendar);
  await block(cast, calendar);
  await merge(cast, calendar);
  await guardianAsks(calendar);
  say("  a telling pair and a claim wait; one is renamed, one blocked and appealing, one merged");
};
