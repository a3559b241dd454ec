import { beforeAll, describe, expect, it } from "vitest";
import { COURSE_IMPORT } from "~/credits/course-import.server";
import { COURSE_EXAMPLE } from "~/credits/rules/course-columns";
import { read } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import type { ImportLine } from "~/platform/imports/import-kind";
import { fixedClock } from "~/platform/time/clock";
import { givenOrganization, givenPerson } from "~tests/fixtures/people";

const clock = fixedClock("2026-11-20T02:00:00.000Z");

let organizationId: string;
let personId: string;

beforeAll(async () => {
  organizationId = await givenOrganization("general_school", "导入高级中学");
  personId = (await givenPerson("教务处", { organizationId, role: "coordinator" })).personId;
});

const opened = async (person = personId) =>
  COURSE_IMPORT.open({ organizationId, personId: person, personName: "教务处" }, {}, clock, newId());

const line = (at: number, cells: Partial<typeof COURSE_EXAMPLE> = {}): ImportLine => ({
  line: at,
  cells: { ...COURSE_EXAMPLE, kind: "必修", ...cells },
});

const brought = async (lines: readonly ImportLine[]): Promise<string[]> => {
  const session = await opened();
  if (!session.ok) throw new Error(session.refusal.key);
  const { write } = session.value;
  return (await inTransaction((tx) => write(tx, lines))).map((one) => one.state);
};

describe("a course catalogue from a spreadsheet", () => {
  it("tells what is wrong with each row before anything is written", async () => {
    const session = await opened();
    if (!session.ok) throw new Error(session.refusal.key);
    const found = await session.value.judge([
      line(2),
      line(3, { code: "G102", kind: "主课", credits: "四" }),
      line(4, { code: "G103", major: "999999" }),
    ]);
    expect(found.map((one) => one.map((finding) => finding.field))).toEqual([
      [],
      ["kind", "credits"],
      ["major"],
    ]);
    expect(await read.schoolCourse.count({ where: { organizationId } })).toBe(0);
  });

  it("enters new courses, leaves what says the same, and makes a version of what changed from now on", async () => {
    expect(await brought([line(2), line(3, { code: "G102", name: "数学" })])).toEqual(["created", "created"]);
    const changed = [line(2), line(3, { code: "G102", name: "数学", credits: "5", validFrom: "2026-11-20" })];
    expect(await brought(changed)).toEqual(["unchanged", "updated"]);
    const back = [line(2, { credits: "3", validFrom: "2026-10-01" })];
    expect(await brought(back)).toEqual(["refused"]);
    const versions = await read.schoolCourse.findMany({
      where: { organizationId, code: "G102" },
      orderBy: { ordinal: "asc" },
    });
    expect(versions.map((one) => [one.creditsCenti, one.validFrom, one.replacedAt === null])).toEqual([
      [400, "2026-09-01", false],
      [500, "2026-11-20", true],
    ]);
  });

  it("is not for somebody who has no say in the school, or no longer works there", async () => {
    const teacher = await givenPerson("教师", { organizationId, role: "teacher" });
    const stranger = await givenPerson("外人");
    for (const one of [teacher, stranger]) {
      expect(await opened(one.personId)).toMatchObject({ ok: false, refusal: { code: "forbidden" } });
    }
  });
});
