import Database from "better-sqlite3";
import { addDays } from "~/platform/time/clock";
import { soundTerms } from "../fixtures/placing-terms";
import { randomOf } from "./synthetic-listings";

export type OversightSize = { schools: number; placements: number; agreements: number; enquiries: number };

const TODAY = "2026-11-22";
const PROVINCE = "44";
const HEALTH = ["sound", "sound", "sound", "watch", "at_risk", "hollow"] as const;
const SCORES: Record<string, number> = { sound: 86, watch: 63, at_risk: 41, hollow: 12 };
const TERMS = JSON.stringify(soundTerms());

const BEHIND = '[{"id":"behind_plan","ground":"delivery","points":-35,"values":{"kept":0}}]';

/** What the health of an agreement is computed from, where nothing was promised and nothing happened. */
const NO_FACTS = {
  form: 1,
  endsOn: "2029-01-01",
  reviewMonths: 6,
  commitments: [],
  open: [],
  acceptedOn: [],
  activity: {},
  reviewsHeld: 0,
  shared: [],
  restingSince: null,
  warnedOn: null,
  foundOn: null,
  endedOn: null,
};

const uuid = (space: number, number: number) =>
  `019b${String(space).padStart(4, "0")}-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

/** A statement for one table: columns not named are null, which the table refuses where it must not be. */
const into = (db: Database.Database, table: string, columns: readonly string[]) => {
  const statement = db.prepare(
    `INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join(", ")})
     VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
  );
  return (row: Record<string, string | number | null>) => statement.run(row);
};

const stamp = (day: string, seconds: number) =>
  new Date(Date.parse(`${day}T01:00:00Z`) + seconds * 1000).toISOString().replace("Z", "+00:00");

/**
 * Adds invented schools of one province, their students' placements, agreements with a health and enquiries to a database
 * of enterprises and listings, the same on every run.
 */
export const addCooperation = (file: string, size: OversightSize): void => {
  const db = new Database(file);
  db.pragma("journal_mode = MEMORY");
  db.pragma("synchronous = OFF");
  const random = randomOf(20261123);
  const counties = db
    .prepare("SELECT code, name FROM Region WHERE level = 'county' AND code LIKE ? ORDER BY code")
    .all(`${PROVINCE}%`) as { code: string; name: string }[];
  const majors = db
    .prepare("SELECT code, name FROM Major WHERE level = 'secondary' AND withdrawnIn IS NULL ORDER BY code")
    .all() as { code: string; name: string }[];
  const all = db
    .prepare("SELECT id, regionCode FROM Organization WHERE kind = 'enterprise' ORDER BY id")
    .all() as {
    id: string;
    regionCode: string;
  }[];
  const near = all.filter(({ regionCode }) => regionCode.startsWith(PROVINCE));
  const host = () => random.pick(random.next() < 0.85 ? near : all).id;
  const base = { createdAt: stamp("2023-01-01", 0), updatedAt: stamp("2023-01-01", 0), version: 1 };
  const organization = into(db, "Organization", [
    ...["id", "kind", "name", "shortName", "namePinyin", "nameInitials", "state", "regionCode", "address"],
    ...["introduction", "createdAt", "updatedAt", "version"],
  ]);
  const programme = into(db, "Programme", [
    ...[
      "id",
      "organizationId",
      "majorCode",
      "level",
      "name",
      "seats",
      "introduction",
      "createdAt",
      "version",
    ],
  ]);
  const student = into(db, "Student", [
    ...["id", "organizationId", "programmeId", "entryYear", "className", "studentNumber", "name"],
    ...["nameInitials", "sex", "state", "createdAt", "updatedAt", "version"],
  ]);
  const placement = into(db, "Placement", [
    ...[
      "id",
      "studentId",
      "schoolId",
      "programmeId",
      "majorCode",
      "hostId",
      "origin",
      "type",
      "title",
      "startsOn",
    ],
    ...["endsOn", "state", "terms", "payMonthlyFen", "startedOn", "endedOn", "endReason"],
    ...["createdAt", "updatedAt", "version"],
  ]);
  const agreement = into(db, "Agreement", [
    ...["id", "kind", "templateId", "title", "state", "draftedById", "startsOn", "endsOn", "effectiveOn"],
    ...["sealedOn", "createdAt", "updatedAt", "version"],
  ]);
  const party = into(db, "AgreementParty", [
    ...["agreementId", "organizationId", "role", "position", "state", "dueKey", "waiting", "sealedOn"],
  ]);
  const health = into(db, "AgreementHealth", ["agreementId", "facts", "score", "state", "reasons", "asOf"]);
  const enquiry = into(db, "Enquiry", [
    ...[
      "id",
      "fromOrganizationId",
      "toOrganizationId",
      "state",
      "subject",
      "termsById",
      "batonSince",
      "replyDays",
    ],
    ...["replyBy", "replyByCertain", "toAnsweredAt", "createdAt", "endedAt", "version"],
  ]);
  db.transaction(() => {
    const schools = Array.from({ length: size.schools }, (_, number) => {
      const county = random.pick(counties);
      const id = uuid(1, number);
      const name = `${county.name}第${number + 1}职业技术学校`;
      organization({
        ...{ id, kind: "school", name, shortName: name, namePinyin: String(number), nameInitials: "" },
        ...{ state: "verified", regionCode: county.code, address: "", introduction: "", ...base },
      });
      const programmes = Array.from({ length: 10 }, (_, index) => {
        const major = majors[(number * 7 + index * 31) % majors.length]!;
        const programmeId = uuid(2, number * 10 + index);
        const row = { organizationId: id, majorCode: major.code, level: "secondary", name: major.name };
        const { createdAt, version } = base;
        programme({ id: programmeId, ...row, seats: 100, introduction: "", createdAt, version });
        return { id: programmeId, majorCode: major.code };
      });
      return { id, programmes };
    });
    for (let number = 0; number < size.placements; number += 1) {
      const school = schools[number % schools.length]!;
      const { id: programmeId, majorCode } = random.pick(school.programmes);
      const startsOn = addDays("2024-02-01", random.below(1_000));
      const endsOn = addDays(startsOn, 90 + random.below(100));
      const ended = endsOn <= TODAY;
      const odds = random.next();
      const state = ended
        ? odds < 0.06
          ? "broken"
          : odds < 0.08
            ? "did_not_show"
            : odds < 0.6
              ? "certified"
              : "completed"
        : startsOn <= TODAY
          ? "in_progress"
          : "preparing";
      const started = startsOn <= TODAY && state !== "did_not_show";
      const studentId = uuid(3, number);
      student({
        ...{
          id: studentId,
          organizationId: school.id,
          programmeId,
          entryYear: Number(startsOn.slice(0, 4)) - 2,
        },
        ...{
          className: "1班",
          studentNumber: `S${number}`,
          name: `学生${number}`,
          nameInitials: "",
          sex: "male",
        },
        ...{ state: "active", ...base },
      });
      placement({
        ...{ id: uuid(4, number), studentId, schoolId: school.id, programmeId, majorCode, hostId: host() },
        ...{ origin: "round", type: "internship", title: "岗位实习", startsOn, endsOn, state, terms: TERMS },
        payMonthlyFen: 250_000 + random.below(20) * 10_000,
        startedOn: started ? startsOn : null,
        endedOn: ended && started ? endsOn : null,
        endReason: state === "broken" ? "post_unlike_agreed" : null,
        ...base,
      });
    }
    for (let number = 0; number < size.agreements; number += 1) {
      const school = schools[number % schools.length]!;
      const id = uuid(5, number);
      const on = addDays("2024-01-01", random.below(900));
      agreement({
        ...{ id, kind: "cooperation", templateId: "cooperation", title: `校企合作协议 ${number}` },
        ...{ state: "active", draftedById: school.id, startsOn: on, endsOn: addDays(on, 1_095) },
        ...{ effectiveOn: on, sealedOn: on, ...base },
      });
      const side = { agreementId: id, state: "active", dueKey: "9999", waiting: 0, sealedOn: on };
      party({ ...side, organizationId: school.id, role: "school", position: 0 });
      const hostId = host();
      party({ ...side, organizationId: hostId, role: "enterprise", position: 1 });
      const state = random.pick(HEALTH);
      const reasons = state === "sound" ? "[]" : BEHIND;
      const facts = JSON.stringify({
        ...NO_FACTS,
        sealedOn: on,
        effectiveOn: on,
        partyIds: [school.id, hostId],
      });
      health({ agreementId: id, facts, score: SCORES[state]!, state, reasons, asOf: TODAY });
    }
    for (let number = 0; number < size.enquiries; number += 1) {
      const school = random.pick(schools);
      const day = addDays("2025-06-01", random.below(530));
      const answered = random.next() < 0.6;
      enquiry({
        ...{ id: uuid(6, number), fromOrganizationId: school.id, toOrganizationId: host() },
        ...{ state: answered ? "declined" : "expired", subject: "接收实习学生", termsById: school.id },
        ...{ batonSince: stamp(day, 0), replyDays: 5, replyBy: addDays(day, 7), replyByCertain: 1 },
        toAnsweredAt: answered ? stamp(addDays(day, 2), number % 60) : null,
        ...{ createdAt: stamp(day, number % 3_600), endedAt: stamp(addDays(day, 7), 0), version: 1 },
      });
    }
  })();
  db.exec("ANALYZE");
  db.close();
};
