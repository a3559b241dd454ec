import Database from "better-sqlite3";
import { addDays } from "~/platform/time/clock";
import { soundTerms } from "../fixtures/placing-terms";

export const SCHOOLS = 20;
export const OF_A_SCHOOL = 500;
export const WEEKS = 40;
const HOSTS = 250;
const OF_A_MENTOR = 25;

const id = (kind: number, index: number): string =>
  `019aa${kind.toString(16).padStart(3, "0")}-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;

/** Ids of the synthetic records, by their place in the order they are made. */
export const ids = {
  school: (index: number) => id(1, index),
  host: (index: number) => id(2, index),
  person: (index: number) => id(3, index),
  programme: (index: number) => id(4, index),
  student: (index: number) => id(5, index),
  placement: (index: number) => id(6, index),
};

/** The first mentor's number among the persons: before them stand a coordinator and a teacher of each school. */
export const FIRST_MENTOR = SCHOOLS * 2;

type Row = Record<string, string | number | null>;

/**
 * Fills a migrated database with 10,000 students at work at 250 hosts for forty weeks: every week on record, the last one
 * waiting for its mentor with one in ten, long hours with one in twenty, three months of pay, teachers' contacts. Goes in:
 * the file, the Monday of the running week, what seals a birth date. Comes out: how many placements and weeks there are.
 */
export const fillWeeks = (
  file: string,
  monday: string,
  sealed: { birthDate: string; email: (index: number) => { sealed: string; hash: string } },
): { placements: number; weeks: number } => {
  const db = new Database(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = OFF");
  const at = `${addDays(monday, -300)}T02:00:00.000+00:00`;
  const statements = new Map<string, Database.Statement>();
  const add = (table: string, row: Row): void => {
    const columns = Object.keys(row);
    const known =
      statements.get(table) ??
      db.prepare(
        `INSERT INTO "${table}" (${columns.map((one) => `"${one}"`).join(",")}) VALUES (${columns.map(() => "?").join(",")})`,
      );
    statements.set(table, known);
    known.run(Object.values(row));
  };
  const made = { createdAt: at, updatedAt: at, version: 1 };
  const organization = (kind: string, name: string, own: string): Row => ({
    id: own,
    kind,
    name,
    shortName: name,
    namePinyin: name,
    nameInitials: "",
    state: "verified",
    regionCode: "440113",
    address: "",
    introduction: "",
    employees: 2000,
    industryCode: "3421",
    ...made,
  });
  const person = (index: number, name: string): void => {
    const { sealed: emailSealed, hash } = sealed.email(index);
    add("Person", {
      id: ids.person(index),
      emailSealed,
      emailHash: hash,
      name,
      language: "zh-CN",
      isOperator: 0,
      createdAt: at,
      version: 1,
    });
  };
  const count = SCHOOLS * OF_A_SCHOOL;
  const terms = soundTerms({ startsOn: addDays(monday, -7 * WEEKS), endsOn: addDays(monday, 30) });
  const full = JSON.stringify([480, 480, 480, 480, 480, 0, 0]);
  const long = JSON.stringify([600, 600, 600, 600, 480, 0, 0]);
  db.transaction(() => {
    for (let school = 0; school < SCHOOLS; school += 1) {
      add("Organization", organization("school", `学校${school}`, ids.school(school)));
      add("Programme", {
        id: ids.programme(school),
        organizationId: ids.school(school),
        majorCode: "660103",
        level: "secondary",
        name: "数控技术应用",
        seats: 500,
        introduction: "",
        createdAt: at,
        version: 1,
      });
      person(school * 2, `专员${school}`);
      person(school * 2 + 1, `教师${school}`);
    }
    for (let host = 0; host < HOSTS; host += 1)
      add("Organization", organization("enterprise", `企业${host}`, ids.host(host)));
    for (let mentor = 0; mentor < count / OF_A_MENTOR; mentor += 1)
      person(FIRST_MENTOR + mentor, `导师${mentor}`);
    for (let index = 0; index < count; index += 1) {
      const school = Math.floor(index / OF_A_SCHOOL);
      const mentor = Math.floor(index / OF_A_MENTOR);
      const hostId = ids.host(mentor % HOSTS);
      add("Student", {
        id: ids.student(index),
        organizationId: ids.school(school),
        programmeId: ids.programme(school),
        entryYear: 2024,
        className: `24数控${(index % 10) + 1}班`,
        studentNumber: `S${String(index).padStart(6, "0")}`,
        name: `学生${index}`,
        nameInitials: "",
        sex: index % 3 === 0 ? "female" : "male",
        birthDateSealed: sealed.birthDate,
        state: "active",
        ...made,
      });
      const place = { placementId: ids.placement(index), schoolId: ids.school(school) };
      add("Placement", {
        id: place.placementId,
        studentId: ids.student(index),
        schoolId: place.schoolId,
        programmeId: ids.programme(school),
        majorCode: "660103",
        hostId,
        origin: "round",
        type: "internship",
        title: terms.title,
        startsOn: terms.startsOn,
        endsOn: terms.endsOn,
        state: "in_progress",
        terms: JSON.stringify(terms),
        payMonthlyFen: terms.payMonthlyFen,
        teacherId: ids.person(school * 2 + 1),
        mentorId: ids.person(FIRST_MENTOR + mentor),
        startedOn: terms.startsOn,
        ...made,
      });
      for (let back = 1; back <= WEEKS; back += 1) {
        const day = addDays(monday, -7 * back);
        const waits = back === 1 && index % 10 === 0;
        add("WeekRecord", {
          id: id(16 + back, index),
          placementId: place.placementId,
          monday: day,
          schoolId: place.schoolId,
          state: waits ? "submitted" : "confirmed",
          lines: `第${WEEKS - back}周：第${index}号工位，加工轴套${(index * back) % 97}件，首件检验合格。`,
          fileHash: null,
          minutes: index % 20 === 0 ? long : full,
          totalMinutes: 2400,
          night: 0,
          submittedAt: at,
          confirmedAt: waits ? null : at,
          confirmedBy: waits ? null : ids.person(FIRST_MENTOR + mentor),
          device: waits ? null : `device-${mentor}`,
          version: 1,
        });
      }
      add("GuidanceContact", {
        id: id(8, index),
        ...place,
        teacherId: ids.person(school * 2 + 1),
        kind: "call",
        doneOn: addDays(monday, -(index % 40) - 1),
        found: "well",
        note: "",
        createdAt: at,
      });
      for (let month = 1; month <= 3; month += 1) {
        const key = addDays(`${monday.slice(0, 7)}-01`, -31 * month).slice(0, 7);
        add("PayRecord", {
          id: id(9 + month, index),
          ...place,
          hostId,
          month: key,
          agreedFen: 380_000,
          dueOn: `${key}-28`,
          paidFen: index % 25 === 0 ? 300_000 : 380_000,
          paidOn: `${key}-27`,
          payee: "student",
          deductedFen: 0,
          enteredBy: ids.person(FIRST_MENTOR),
          enteredAs: "host",
          enteredAt: at,
          version: 1,
        });
      }
    }
    db.exec("ANALYZE");
  })();
  db.close();
  return { placements: count, weeks: count * WEEKS };
};
