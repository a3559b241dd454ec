import { beforeAll, describe, expect, it } from "vitest";
import { decideProposal } from "~/placements/commands/decide-proposal.server";
import { proposePlacement } from "~/placements/commands/propose-placement.server";
import { withdrawProposal } from "~/placements/commands/withdraw-proposal.server";
import type { ProposalInput } from "~/placements/proposal-schema";
import { read } from "~/platform/db/client.server";
import {
  applicationRow,
  apply,
  done,
  givenApplicant,
  givenHost,
  givenPlace,
  refusedWith,
  someUscc,
} from "~tests/fixtures/applications";
import { givenSchoolWithRoll } from "~tests/fixtures/students";

let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;

beforeAll(async () => {
  school = await givenSchoolWithRoll("乙学校");
});

const said = (uscc: string, values: Partial<ProposalInput> = {}): ProposalInput => ({
  uscc,
  hostName: "巷口精工店",
  region: "440113",
  address: "石碁镇市莲路 3 号",
  industry: "3484",
  employees: 40,
  postHeadcount: 12,
  contactName: "周师傅",
  contactPhone: "13800001111",
  title: "数控车床跟班",
  occupation: "6-18-01-01",
  startsOn: "2027-02-22",
  endsOn: "2027-08-20",
  tasks: ["装夹", "对刀", "检测"],
  hoursPerDay: 8,
  hoursPerWeek: 40,
  nightShifts: false,
  overtime: false,
  restDayWork: false,
  labourIntensity: "2",
  hazards: ["none"],
  pay: 380_000,
  samePostPay: 450_000,
  lodging: "home",
  fees: "none",
  agent: false,
  insurance: "school",
  why: "离家近，师傅愿意带。",
  ...values,
});

const versionOf = async (id: string) =>
  (await read.placementProposal.findUniqueOrThrow({ where: { id } })).version;

const approve = async (id: string, justification = "老师已到店看过，岗位对口。") =>
  decideProposal(school.ctx, id, { intent: "approve", version: await versionOf(id), justification });

describe("a host a student found", () => {
  it("is returned with a reason, mended, approved, and becomes a placement under one organization", async () => {
    const student = await givenApplicant(school, "黄子轩");
    const host = await givenHost("别家");
    const open = done(await apply(student, await givenPlace(host))).id;
    const uscc = someUscc();
    const { id } = done(await proposePlacement(student.ctx, said(uscc)));
    done(
      await decideProposal(school.ctx, id, {
        intent: "return",
        version: await versionOf(id),
        reason: "请补充同类岗位人数",
      }),
    );
    const again = { ...said(uscc), version: await versionOf(id) };
    expect(refusedWith(await proposePlacement(student.ctx, { ...again, version: 1 }, id))).toBe(
      "errors.conflict",
    );
    done(await proposePlacement(student.ctx, again, id));
    const { placementId } = done(await approve(id));
    const placement = await read.placement.findUniqueOrThrow({ where: { id: placementId! } });
    expect(placement).toMatchObject({ origin: "self_found", listingId: null, state: "preparing" });
    const made = await read.organization.findUniqueOrThrow({ where: { uscc } });
    expect(made).toMatchObject({ id: placement.hostId, state: "unclaimed", employees: 40 });
    expect((await applicationRow(open)).state).toBe("withdrawn");

    const second = await givenApplicant(school, "林一");
    const next = done(await proposePlacement(second.ctx, said(uscc)));
    done(await approve(next.id));
    expect(await read.organization.count({ where: { uscc } })).toBe(1);
    expect(await read.placement.count({ where: { hostId: made.id } })).toBe(2);
  });

  it("is stopped by the same rules as any other", async () => {
    const student = await givenApplicant(school, "周五");
    const small = done(await proposePlacement(student.ctx, said(someUscc(), { employees: 6 })));
    const blocked = await approve(small.id);
    expect(refusedWith(blocked)).toBe("applications.errors.rules");
    const rules = blocked.ok ? [] : (blocked.refusal.findings as { rule: string }[]).map((one) => one.rule);
    expect(rules).toContain("INT-14");
    const unknown = done(await proposePlacement(student.ctx, said(someUscc(), { employees: undefined })));
    expect(refusedWith(await approve(unknown.id))).toBe("applications.errors.rules");
    expect(await read.organization.count({ where: { state: "unclaimed", name: "巷口精工店" } })).toBe(1);
  });

  it.each([
    ["night shifts", { nightShifts: true }, "INT-24"],
    ["an agency", { agent: true }, "INT-22"],
    ["a deposit", { fees: "some", fee: "押金 500 元" }, "INT-28"],
    ["a dance hall", { industry: "9011" }, "INT-21"],
    ["work beyond the hours", { hoursPerDay: 11, hoursPerWeek: 66 }, "INT-25"],
    ["nobody said whether there are night shifts", { nightShifts: undefined }, "INT-24"],
  ] as const)("is stopped as a listing would be: %s", async (_name, values, rule) => {
    const student = await givenApplicant(school, `学生${rule}`);
    const { id } = done(await proposePlacement(student.ctx, said(someUscc(), values)));
    const blocked = await approve(id);
    expect(refusedWith(blocked)).toBe("applications.errors.rules");
    const found = blocked.ok ? [] : (blocked.refusal.findings as { rule: string; fix: { zh: string } }[]);
    expect(found.map((one) => one.rule)).toContain(rule);
    expect(found.find((one) => one.rule === rule)?.fix.zh).not.toBe("");
  });

  it("waits for a reason where the pay is below the line", async () => {
    const student = await givenApplicant(school, "低薪");
    const { id } = done(
      await proposePlacement(student.ctx, said(someUscc(), { pay: 200_000, lowestTierPay: 300_000 })),
    );
    expect(refusedWith(await approve(id, ""))).toBe("errors.checkFields");
    done(await approve(id, "学徒前两个月按试岗工资，第三个月起达到线上，企业已书面承诺。"));
  });

  it("asks a company on the platform to name the post itself", async () => {
    const student = await givenApplicant(school, "吴六");
    const host = await givenHost("在册");
    const { uscc } = await read.organization.findUniqueOrThrow({ where: { id: host.id } });
    const { id } = done(await proposePlacement(student.ctx, said(uscc!)));
    expect(refusedWith(await approve(id))).toBe("applications.errors.hostPost");
  });

  it("belongs to the student and their school alone", async () => {
    const [student, fellow] = [await givenApplicant(school, "甲"), await givenApplicant(school, "乙")];
    const other = await givenSchoolWithRoll("丁学校");
    const { id } = done(await proposePlacement(student.ctx, said(someUscc())));
    const version = await versionOf(id);
    expect(refusedWith(await withdrawProposal(fellow.ctx, id, { version }))).toBe("errors.notFound");
    const decision = { intent: "return" as const, version, reason: "不合适" };
    expect(refusedWith(await decideProposal(other.ctx, id, decision))).toBe("errors.notFound");
    done(await withdrawProposal(student.ctx, id, { version }));
    expect(refusedWith(await approve(id))).toBe("applications.errors.moved");
  });
});
