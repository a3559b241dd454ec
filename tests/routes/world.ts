import type { Role } from "~/identity/actor";
import { openEnquiry } from "~/marketplace/commands/open-enquiry.server";
import { checkRosterFile } from "~/organizations/commands/check-roster.server";
import { createPost } from "~/organizations/commands/create-post.server";
import { createProgramme } from "~/organizations/commands/create-programme.server";
import { createRound } from "~/placements/commands/create-round.server";
import { read } from "~/platform/db/client.server";
import { newId } from "~/platform/id";
import type { Result } from "~/platform/result";
import { CSV_TYPE } from "~/platform/sheets/sheet";
import { addDays, civilDate } from "~/platform/time/clock";
import { openSurvey } from "~/surveys/commands/open-survey.server";
import { cookieOf, givenOrganization, givenPerson } from "~tests/fixtures/people";
import { csvText, ROSTER_HEADERS, rosterRows } from "~tests/fixtures/roster";
import { givenStudent } from "~tests/fixtures/students";
import { placeSaid, publishByForms } from "../../prisma/demo/listings";
import { type CastMember, calendarOf, ctxAt } from "../../prisma/demo/time";

export const PERSONAS = [
  "anonymous",
  "newcomer",
  "owner",
  "viewer",
  "mentor",
  "school",
  "teacher",
  "student",
  "stranger",
  "strangeSchool",
  "authority",
  "operator",
] as const;
export type Persona = (typeof PERSONAS)[number];

const value = <T>(done: Result<T>): T => {
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};

/** A small world: an enterprise and a school that know each other, two strangers, an authority, the operator. */
export const raiseWorld = async () => {
  const now = new Date();
  const calendar = calendarOf(now);
  const firm = await givenOrganization("enterprise", "甲企业", {
    industryCode: "3421",
    employees: 400,
    uscc: "91350100M000100Y43",
  });
  const school = await givenOrganization("school", "乙学校");
  const otherFirm = await givenOrganization("enterprise", "丙企业", { industryCode: "3421", employees: 400 });
  const otherSchool = await givenOrganization("school", "丁学校");
  const authority = await givenOrganization("authority", "戊局");
  const people: Record<Exclude<Persona, "anonymous">, [string | null, Role | null]> = {
    newcomer: [null, null],
    owner: [firm, "owner"],
    viewer: [firm, "viewer"],
    mentor: [firm, "mentor"],
    school: [school, "coordinator"],
    teacher: [school, "teacher"],
    student: [school, "student"],
    stranger: [otherFirm, "owner"],
    strangeSchool: [otherSchool, "owner"],
    authority: [authority, "owner"],
    operator: [null, null],
  };
  const ids = new Map<Persona, string>();
  const cookies = new Map<Persona, string>();
  for (const persona of PERSONAS) {
    if (persona === "anonymous") continue;
    const [organizationId, role] = people[persona];
    const membership = organizationId && role ? { organizationId, role } : null;
    const { personId } = await givenPerson(persona, membership, { isOperator: persona === "operator" });
    ids.set(persona, personId);
    cookies.set(persona, await cookieOf(personId));
  }
  const speak = (persona: Persona, id: string, kind: "enterprise" | "school", name: string): CastMember => ({
    personId: ids.get(persona)!,
    name: persona,
    organization: { id, kind, name, verified: true, role: "owner" },
  });
  const owner = speak("owner", firm, "enterprise", "甲企业");
  const dean = speak("school", school, "school", "乙学校");
  const post = value(
    await createPost(ctxAt(owner, now), {
      name: "数控车床操作",
      occupation: "6-18-01-01",
      headcount: 60,
      samePostPay: 520_000,
      labourIntensity: 2,
      hazards: [],
    }),
  );
  const programme = value(
    await createProgramme(ctxAt(dean, now), {
      major: "660103",
      seats: 100,
      cohorts: [
        {
          entryYear: Number(calendar.today.slice(0, 4)) - 2,
          students: 90,
          practiceFrom: addDays(civilDate(now), 60),
          practiceTo: addDays(civilDate(now), 240),
        },
      ],
    }),
  );
  const row = await read.post.findUniqueOrThrow({ where: { id: post.id } });
  const listing = await publishByForms(owner, now, {
    kind: "apprenticeship",
    direction: "offer",
    said: placeSaid(calendar, {
      post: row,
      title: "数控车床操作 学徒",
      summary: "两班制，师傅带徒。",
      majors: ["660103"],
      region: "440113",
      address: "番禺区",
      seats: 8,
      startsIn: 60,
      days: 180,
      minors: true,
      lodging: true,
      payShare: 0.85,
    }),
  });
  const enquiry = value(
    await openEnquiry(ctxAt(dean, now), {
      submissionKey: newId(),
      listingId: listing,
      subject: "八名学徒",
      message: "请看附上的安排。",
      replyDays: 5,
      seats: 8,
    }),
  );
  const { studentId } = await givenStudent({ id: school, programmeId: programme.id });
  const roster = value(
    await checkRosterFile(ctxAt(dean, now), {
      file: {
        name: "花名册.csv",
        mediaType: CSV_TYPE,
        bytes: new TextEncoder().encode(csvText(ROSTER_HEADERS, rosterRows(2, ["数控技术应用"]))),
      },
    }),
  );
  const round = value(
    await createRound(ctxAt(dean, now), {
      name: "第一轮",
      choicesUntil: calendar.day(10),
      ranksUntil: calendar.day(15),
      publishOn: calendar.day(18),
      mostChoices: 5,
      categoryBy: "none",
      schools: [],
    }),
  );
  const survey = value(
    await openSurvey(ctxAt(dean, now), {
      audience: "teacher",
      title: "教职工满意度调查",
      opensOn: calendar.day(0),
      closesOn: calendar.day(14),
    }),
  );
  return {
    cookies,
    survey: survey.id,
    round: round.id,
    /** A browser of its own for a change, which may well end the session it came with. */
    freshCookie: async (persona: Persona) => (ids.has(persona) ? cookieOf(ids.get(persona)!) : undefined),
    firm,
    school,
    post: post.id,
    programme: programme.id,
    listing,
    enquiry: enquiry.id,
    studentRecord: studentId,
    roster: roster.importId,
  };
};

export type World = Awaited<ReturnType<typeof raiseWorld>>;
