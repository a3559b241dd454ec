import { beforeAll, describe, expect, it } from "vitest";
import { withdrawConsent } from "~/identity/commands/withdraw-consent.server";
import { answerApplications } from "~/placements/commands/answer-applications.server";
import { answerInterview } from "~/placements/commands/answer-interview.server";
import { applyForCohort } from "~/placements/commands/apply-for-cohort.server";
import { forgetErased } from "~/placements/commands/forget-erased.server";
import { inviteToInterview } from "~/placements/commands/invite-to-interview.server";
import { removeProfileFile } from "~/placements/commands/remove-profile-file.server";
import { saveProfile } from "~/placements/commands/save-profile.server";
import { shareApplication } from "~/placements/commands/share-application.server";
import { applicationPage } from "~/placements/queries/application-page.server";
import { waitingApplications } from "~/placements/queries/applications-waiting.server";
import { hostApplications } from "~/placements/queries/host-applications.server";
import { interviewOfApplication } from "~/placements/queries/interview-of-application.server";
import { profileFile } from "~/placements/queries/profile-file.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { fixedClock } from "~/platform/time/clock";
import {
  applicationRow,
  apply,
  done,
  givenApplicant,
  givenHost,
  givenPlace,
  later,
  refusedWith,
} from "~tests/fixtures/applications";
import { NOW } from "~tests/fixtures/people";
import { givenSchoolWithRoll, givenStudent, MINOR_BORN } from "~tests/fixtures/students";

let host: Awaited<ReturnType<typeof givenHost>>;
let school: Awaited<ReturnType<typeof givenSchoolWithRoll>>;
let listing: string;
const now = new Date(NOW);

beforeAll(async () => {
  host = await givenHost("甲精密");
  school = await givenSchoolWithRoll("乙学校");
  listing = await givenPlace(host);
});

const board = (at = now) =>
  hostApplications(host.ctx.actor, { tab: "submitted", listing: null, after: null }, at);

const invitation = (ids: string[], on = "2026-11-27") => ({
  intent: "invite" as const,
  ids,
  on,
  at: "09:30",
  minutes: 30,
  way: "video" as const,
  place: "https://meet.example/1",
});

describe("what a host sees", () => {
  it("is what the ledger allows at that moment, before any sweep has run", async () => {
    const student = await givenApplicant(school, "看得见");
    const { id } = done(await apply(student, listing));
    expect((await board()).items.map((item) => item.id)).toContain(id);
    done(
      await withdrawConsent(later(student.ctx, "2026-11-22T03:00:00.000Z"), {
        studentId: student.studentId,
        purpose: "share_application",
        recipientId: host.id,
        language: "zh-CN",
      }),
    );
    const after = new Date("2026-11-22T03:00:01.000Z");
    expect((await board(after)).items.map((item) => item.id)).not.toContain(id);
    expect(await applicationPage(host.ctx.actor, id, after, "zh-CN")).toBeNull();
    expect((await applicationPage(student.ctx.actor, id, after, "zh-CN"))?.missing.share).toEqual([
      "student",
    ]);
  });

  it("holds the phone number back until an interview, and files with the consent", async () => {
    const student = await givenApplicant(school, "有附件");
    const bytes = new TextEncoder().encode("证书");
    const file = { field: "files", name: "证书.txt", mediaType: "text/plain", bytes };
    done(await saveProfile(student.ctx, { version: 0, strengths: "细心", wishRegions: ["番禺区"] }, [file]));
    expect(refusedWith(await saveProfile(student.ctx, { version: 0, strengths: "旧" }))).toBe(
      "errors.conflict",
    );
    const { id } = done(await apply(student, listing));
    const before = await applicationPage(host.ctx.actor, id, now, "zh-CN");
    expect(before?.student.phone).toBeNull();
    const fileId = before!.profile!.files[0]!.id;
    expect(await profileFile(host.ctx.actor, fileId, id, now)).not.toBeNull();
    expect(await profileFile(host.ctx.actor, fileId, null, now)).toBeNull();
    const fellow = await givenApplicant(school, "同学");
    expect(await profileFile(fellow.ctx.actor, fileId, id, now)).toBeNull();
    done(await inviteToInterview(host.ctx, invitation([id])));
    expect((await applicationPage(host.ctx.actor, id, now, "zh-CN"))?.student.phone).toBe("13800001234");
    expect(refusedWith(await removeProfileFile(fellow.ctx, fileId))).toBe("errors.notFound");
    done(await removeProfileFile(student.ctx, fileId));
    expect(await profileFile(host.ctx.actor, fileId, id, now)).toBeNull();
  });
});

describe("interviews", () => {
  it("are one after another for several, moved on request, confirmed by the student", async () => {
    const [one, two] = [await givenApplicant(school, "面一"), await givenApplicant(school, "面二")];
    const ids = [done(await apply(one, listing)).id, done(await apply(two, listing)).id];
    done(await inviteToInterview(host.ctx, invitation(ids)));
    const rows = await read.interview.findMany({
      where: { applicationId: { in: ids } },
      orderBy: { startsAt: "asc" },
    });
    expect(rows.map((row) => row.startsAt.toISOString())).toEqual([
      "2026-11-27T01:30:00.000Z",
      "2026-11-27T02:00:00.000Z",
    ]);
    const answer = async (wish?: string) =>
      answerInterview(one.ctx, {
        id: ids[0]!,
        version: (await applicationRow(ids[0]!)).version,
        interview: (await interviewOfApplication(one.ctx.actor, ids[0]!, now))!.interview.id,
        wish,
      });
    done(await answer("周五下午"));
    expect(await applicationRow(ids[0]!)).toMatchObject({ turn: "host", state: "interview" });
    done(await inviteToInterview(host.ctx, invitation([ids[0]!], "2026-12-01")));
    const moved = (await interviewOfApplication(one.ctx.actor, ids[0]!, now))!.interview;
    expect(moved.sequence).toBeGreaterThan(rows[0]!.sequence);
    done(await answer());
    expect(await applicationRow(ids[0]!)).toMatchObject({ turn: "host", replyBy: "2026-12-08" });
    expect(await interviewOfApplication(two.ctx.actor, ids[0]!, now)).toBeNull();
    expect(refusedWith(await inviteToInterview(host.ctx, invitation([ids[1]!], "2026-11-21")))).toBe(
      "errors.checkFields",
    );
  });
});

describe("a school's class", () => {
  it("is applied for where the rules allow; nobody is shown before they agree", async () => {
    const grown = await givenApplicant(school, "愿意");
    const young = await givenStudent(school, { name: "太小", birthDate: "2012-03-15" });
    const { outcomes } = done(
      await applyForCohort(school.ctx, { listing, students: [grown.studentId, young.studentId] }),
    );
    expect(outcomes.map((one) => one.key)).toEqual([null, "applications.errors.rules"]);
    const id = outcomes[0]!.id!;
    expect(await applicationRow(id)).toMatchObject({ turn: "student", sharedAt: null, appliedBy: "school" });
    expect((await board()).items.map((item) => item.id)).not.toContain(id);
    const waiting = await waitingApplications.load(grown.ctx.actor, "2026-11-22");
    expect(waiting.map((item) => item.title.key)).toEqual(["applications.waiting.share"]);
    const { version } = await applicationRow(id);
    expect(done(await shareApplication(grown.ctx, { id, version, language: "zh-CN" })).shared).toBe(true);
    expect((await board()).items.map((item) => item.id)).toContain(id);
    const other = await givenSchoolWithRoll("丁学校");
    expect(refusedWith(await applyForCohort(other.ctx, { listing, students: [grown.studentId] }))).toBe(
      "errors.notFound",
    );
  });
});

describe("many at once", () => {
  it("lets one that cannot move hold up none of the others", async () => {
    const ids: string[] = [];
    for (const name of ["甲", "乙", "丙"])
      ids.push(done(await apply(await givenApplicant(school, name), listing)).id);
    done(await answerApplications(host.ctx, { intent: "reject", ids: [ids[1]!], reason: "seats_filled" }));
    const batch = done(await answerApplications(host.ctx, { intent: "shortlist", ids }));
    expect(batch.done).toBe(2);
    expect(batch.refused.map((one) => [one.id, one.refusal.key])).toEqual([
      [ids[1], "applications.refused.noSuchMove"],
    ]);
    const waiting = await waitingApplications.load(host.ctx.actor, "2026-11-22");
    expect(waiting.some((item) => item.title.key === "applications.waiting.hostAnswer")).toBe(true);
  });

  it("has an end: the ninth open application is refused", async () => {
    const student = await givenApplicant(school, "太多");
    const others = await givenHost("多岗", { employees: 4_000 });
    for (let index = 0; index < 8; index += 1) {
      done(await apply(student, await givenPlace(others, { title: `岗位${index} 实习` })));
    }
    expect(refusedWith(await apply(student, listing))).toBe("applications.errors.tooMany");
  });
});

describe("an erased student", () => {
  it("leaves no word behind", async () => {
    const student = await givenApplicant(school, "离开", MINOR_BORN);
    done(await saveProfile(student.ctx, { version: 0, strengths: "会画图" }));
    const { id } = done(await apply(student, listing));
    await inTransaction((tx) =>
      tx.student.update({
        where: { id: student.studentId },
        data: { state: "erased", birthDateSealed: null, personId: null },
      }),
    );
    expect(await forgetErased(fixedClock(NOW))).toBe(1);
    expect(await applicationRow(id)).toMatchObject({ state: "withdrawn", reason: "erased", message: "" });
    expect(await read.studentProfile.count({ where: { studentId: student.studentId } })).toBe(0);
    expect(await forgetErased(fixedClock(NOW))).toBe(0);
  });
});
