import { beforeAll, describe, expect, it } from "vitest";
import { placeStudents } from "~/placements/place-students.server";
import { loader as frame } from "~/placements/routes/placement";
import { action } from "~/placements/routes/placement.overview";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { addDays, civilDate } from "~/platform/time/clock";
import { cookieOf, givenPerson } from "~tests/fixtures/people";
import { givenHost, givenSharedStudents, soundTerms } from "~tests/fixtures/placing";
import { outcomeOf, routeArgs } from "~tests/fixtures/route";
import { givenSchoolWithRoll } from "~tests/fixtures/students";

let id: string;
let cookies: { school: string; host: string; stranger: string };

beforeAll(async () => {
  const school = await givenSchoolWithRoll("起点学校");
  const host = await givenHost("起点机械");
  const today = civilDate(new Date());
  const [studentId] = await givenSharedStudents(school, host.id, 1);
  const terms = soundTerms({ postId: host.postId, startsOn: today, endsOn: addDays(today, 170) });
  const place = { studentId: studentId!, hostId: host.id, listingId: null, origin: "round" as const, terms };
  const ctx = { ...school.ctx, clock: { now: () => new Date() } };
  [id] = (await inTransaction((tx) => placeStudents(tx, ctx, [place]))) as [string];
  const stranger = await givenPerson("外人");
  cookies = {
    school: await cookieOf(school.personId),
    host: await cookieOf(host.personId),
    stranger: await cookieOf(stranger.personId),
  };
});

const send = (cookie: string, form: Record<string, string>) =>
  outcomeOf(() => action(routeArgs(`/placements/${id}?index`, { cookie, form, params: { id } })));

describe("starting a placement by its page", () => {
  it("is refused through a closed gate, which is named with what to do", async () => {
    const refused = await send(cookies.school, { intent: "start", version: "1" });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused)).toContain("placements.errors.gateClosed");
    expect((await read.placement.findUniqueOrThrow({ where: { id } })).state).toBe("preparing");
  });

  it("is the school's alone, and a stranger does not learn that it exists", async () => {
    expect((await send(cookies.host, { intent: "start", version: "1" })).status).toBe(403);
    expect((await send(cookies.stranger, { intent: "start", version: "1" })).status).toBe(404);
    const look = (cookie: string) =>
      outcomeOf(() => frame(routeArgs(`/placements/${id}`, { cookie, params: { id } })));
    expect((await look(cookies.stranger)).status).toBe(404);
    expect((await look(cookies.host)).status).toBe(200);
  });

  it("is not asked for by a move the lifecycle does not know, nor ended without a coded reason", async () => {
    expect((await send(cookies.school, { intent: "certify", version: "1" })).status).toBe(422);
    expect((await send(cookies.school, { intent: "resume", version: "1" })).status).toBe(409);
    expect((await send(cookies.host, { intent: "end", version: "1" })).status).toBe(422);
    expect((await send(cookies.host, { intent: "end", version: "7", reason: "safety" })).status).toBe(409);
    expect((await send(cookies.host, { intent: "end", version: "1", reason: "safety" })).status).toBe(303);
    expect((await read.placement.findUniqueOrThrow({ where: { id } })).state).toBe("broken");
  });
});
