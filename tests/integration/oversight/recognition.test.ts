import { beforeAll, describe, expect, it } from "vitest";
import type { MemberCtx } from "~/identity/actor";
import { addRecognitionEvidence } from "~/oversight/commands/add-recognition-evidence.server";
import { applyForRecognition } from "~/oversight/commands/apply-for-recognition.server";
import { decideRecognition } from "~/oversight/commands/decide-recognition.server";
import { keepSurchargeYear } from "~/oversight/commands/keep-surcharge-year.server";
import { withdrawRecognitionEvidence } from "~/oversight/commands/withdraw-recognition-evidence.server";
import { recognitionPage } from "~/oversight/queries/recognition-page.server";
import { recognitionPool } from "~/oversight/queries/recognition-pool.server";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { givenProgramme } from "~tests/fixtures/enquiries";
import { givenPlacement } from "~tests/fixtures/indicators";
import { givenOrganization, givenPerson, memberCtx } from "~tests/fixtures/people";

type Party = { id: string; on: (day: string) => MemberCtx };

const givenParty = async (
  kind: "authority" | "enterprise",
  name: string,
  regionCode: string,
  role: "owner" | "viewer" = "owner",
): Promise<Party> => {
  const id = await givenOrganization(kind, name, { regionCode });
  const { personId } = await givenPerson(name, { organizationId: id, role });
  return { id, on: (day) => memberCtx(personId, { id, kind, name, role }, `${day}T02:00:00.000Z`) };
};

const refusal = (result: { ok: boolean; refusal?: { key: string } }): string => result.refusal?.key ?? "ok";

let firm: Party;
let other: Party;
let city: Party;
let elsewhere: Party;

const evidence = (amount: number, happenedOn = "2026-05-01") => ({
  intent: "evidence" as const,
  criterionId: "CJ-5" as const,
  amount,
  happenedOn,
  note: "共建数控实训基地投入",
});

beforeAll(async () => {
  firm = await givenParty("enterprise", "精密机床厂", "440113");
  other = await givenParty("enterprise", "别家厂", "440113");
  city = await givenParty("authority", "市教育局", "440100");
  elsewhere = await givenParty("authority", "外市教育局", "330100");
});

describe("recognition of an enterprise", () => {
  it("cannot be applied for before a condition is met, and says how far it is", async () => {
    expect(refusal(await applyForRecognition(firm.on("2026-11-01"), undefined))).toBe(
      "recognition.errors.notYet",
    );
    const page = await recognitionPage(firm.on("2026-11-01"));
    expect(page.progress.met).toBe(0);
    expect(page.progress.criteria.find(({ id }) => id === "CJ-5")?.missing).toBe(100_000_000);
  });

  it("counts its own evidence of the last three years, kept in fen, until it is taken back", async () => {
    const ctx = firm.on("2026-11-02");
    expect(refusal(await addRecognitionEvidence(ctx, evidence(1, "2026-11-03"), null))).toBe(
      "errors.checkFields",
    );
    const added = await addRecognitionEvidence(ctx, evidence(600_000.5), null);
    await addRecognitionEvidence(ctx, evidence(900_000, "2023-11-01"), null);
    const reached = async () =>
      (await recognitionPage(ctx)).progress.criteria.find(({ id }) => id === "CJ-5")?.reached;
    expect(await reached()).toBe(60_000_050);
    const id = added.ok ? added.value.id : "";
    expect(refusal(await withdrawRecognitionEvidence(other.on("2026-11-02"), id))).toBe("errors.notFound");
    expect((await withdrawRecognitionEvidence(ctx, id)).ok).toBe(true);
    expect(await reached()).toBe(0);
    expect((await addRecognitionEvidence(ctx, evidence(1_000_000), null)).ok).toBe(true);
    expect((await recognitionPage(ctx)).progress.qualifies).toBe(true);
  });

  it("goes into the pool and to the award by the authority of its place, not by another, not early", async () => {
    const key = "019aa000-0000-7000-8000-00000000a001";
    const first = await applyForRecognition(firm.on("2026-11-03"), key);
    const again = await applyForRecognition(firm.on("2026-11-03"), key);
    expect(first).toEqual(again);
    expect(refusal(await applyForRecognition(firm.on("2026-11-03"), undefined))).toBe(
      "recognition.errors.underWay",
    );
    const [row] = await recognitionPool(city.on("2026-11-04"));
    if (!row) throw new Error("nothing in the pool");
    expect(await recognitionPool(elsewhere.on("2026-11-04"))).toEqual([]);
    const move = (who: Party, day: string, intent: "accept" | "award", version: number) =>
      decideRecognition(who.on(day), row.id, { intent, version });
    expect(refusal(await move(elsewhere, "2026-11-04", "accept", 1))).toBe("errors.notFound");
    expect(refusal(await move(firm, "2026-11-04", "accept", 1))).toBe("alerts.errors.authorityOnly");
    expect((await move(city, "2026-11-04", "accept", 1)).ok).toBe(true);
    expect(refusal(await move(city, "2027-11-03", "award", 2))).toBe("recognition.errors.early");
    expect(refusal(await move(city, "2027-11-04", "award", 1))).toBe("errors.conflict");
    expect((await move(city, "2027-11-04", "award", 2)).ok).toBe(true);
    expect((await recognitionPage(firm.on("2027-11-05"))).current).toMatchObject({
      state: "awarded",
      awardedOn: "2027-11-04",
      expiresOn: "2030-11-04",
    });
  });

  it("keeps an enterprise's own figures to itself and computes the offset from them", async () => {
    const ctx = firm.on("2026-11-05");
    const figures = {
      intent: "figures" as const,
      year: 2026,
      surcharge: 20_000_000,
      investment: 100_000_000,
    };
    expect((await keepSurchargeYear(ctx, figures)).ok).toBe(true);
    expect((await recognitionPage(ctx)).benefits.at(-1)).toMatchObject({
      year: 2026,
      offsetFen: 20_000_000,
      carriedFen: 10_000_000,
    });
    expect((await recognitionPage(other.on("2026-11-05"))).benefits.at(-1)?.surchargeFen).toBe(0);
  });
});

describe("what an enterprise gave and got", () => {
  it("comes from outcomes, confirmed weeks and visits, by year; what leaves the house hides fewer than five", async () => {
    const school = await givenOrganization("school", "岭南机电职业学校");
    await givenProgramme(school, { majorCode: "660103", level: "secondary", name: "数控技术应用" });
    const at = new Date("2026-11-01T02:00:00.000Z");
    const ids: string[] = [];
    for (let each = 0; each < 6; each += 1)
      ids.push(await givenPlacement({ school, host: firm.id, state: "completed", pay: null }));
    const placements = await read.placement.findMany({ where: { id: { in: ids } } });
    await inTransaction(async (tx) => {
      for (const [each, placement] of placements.entries()) {
        await tx.graduateOutcome.create({
          data: {
            id: newId(),
            studentId: placement.studentId,
            schoolId: school,
            programmeId: placement.programmeId,
            majorCode: placement.majorCode,
            hostId: firm.id,
            placementId: placement.id,
            month: 6,
            destination: "11",
            sameUnit: each < 3,
            source: "graduate",
            certainty: 2,
            stands: true,
            givenOn: "2026-10-08",
            recordedBy: "test",
            createdAt: at,
          },
        });
      }
      const week = {
        placementId: ids[0]!,
        schoolId: school,
        lines: "",
        night: false,
        submittedAt: at,
        version: 1,
      };
      const minutes = JSON.stringify([480, 480, 480, 480, 480, 0, 0]);
      await tx.weekRecord.createMany({
        data: [
          {
            ...week,
            id: newId(),
            monday: "2026-03-02",
            state: "confirmed",
            minutes,
            totalMinutes: 2400,
            confirmedBy: "m1",
          },
          {
            ...week,
            id: newId(),
            monday: "2026-03-09",
            state: "corrected",
            minutes,
            totalMinutes: 2400,
            correctedMinutes: "[480,480,0,0,0,0,0]",
            confirmedBy: "m1",
          },
          { ...week, id: newId(), monday: "2026-03-16", state: "submitted", minutes, totalMinutes: 2400 },
        ],
      });
      await tx.guidanceContact.create({
        data: {
          id: newId(),
          placementId: ids[0]!,
          schoolId: school,
          teacherId: "t1",
          kind: "visit",
          doneOn: "2026-04-01",
          found: "well",
          note: "",
          createdAt: at,
        },
      });
    });
    const page = await recognitionPage(firm.on("2026-11-05"));
    expect(page.given).toMatchObject([
      { year: 2026, known: 6, retained: 3, weeks: 2, mentors: 1, minutes: 3360, visits: 1 },
    ]);
    expect(page.givenOutside).toMatchObject([{ year: 2026, known: null, retained: null, minutes: 3360 }]);
    expect((await recognitionPage(other.on("2026-11-05"))).given).toEqual([]);
  });
});
