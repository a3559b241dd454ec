import { describe, expect, it } from "vitest";
import {
  type Asked,
  adultsNeeded,
  bookingProblem,
  isBookable,
  mayStillCancel,
  mayTakePart,
  type Offer,
  type Session,
  seatsHeld,
} from "~/resources/rules/booking";
import { readClassList } from "~/resources/rules/class-list";
import { minuteOf, overlaps, plannedDays, timeOf, weekdayOf } from "~/resources/rules/sessions";
import { exchangeLedger, utilisation } from "~/resources/rules/utilisation";

const OFFER: Offer = { state: "open", exclusive: false, minAge: 10, maxAge: 16, noticeDays: 3 };
const SESSION: Session = { day: "2026-12-10", state: "open", seats: 40, taken: 10 };
const ASKED: Asked = { people: 30, adults: 2, youngest: 12, oldest: 14 };
const TODAY = "2026-12-07";

const problem = (changes: { offer?: Partial<Offer>; session?: Partial<Session>; asked?: Partial<Asked> }) =>
  bookingProblem(
    { ...OFFER, ...changes.offer },
    { ...SESSION, ...changes.session },
    { ...ASKED, ...changes.asked },
    TODAY,
  );

describe("whether a group can come", () => {
  it("takes one that fits to the last seat, on the last day of notice", () => {
    expect(problem({})).toBeNull();
  });

  it.each([
    [{ offer: { state: "closed" } }, "slot", "notOpen"],
    [{ session: { state: "cancelled" } }, "slot", "notOpen"],
    [{ session: { day: "2026-12-09" } }, "slot", "tooLate"],
    [{ asked: { youngest: 15 } }, "oldest", "agesTurned"],
    [{ asked: { youngest: 9 } }, "youngest", "tooYoung"],
    [{ asked: { oldest: 17 } }, "oldest", "tooOld"],
    [{ asked: { adults: 1 } }, "adults", "adults"],
    [{ asked: { people: 31 } }, "people", "full"],
    [{ offer: { exclusive: true } }, "slot", "takenWhole"],
  ])("says what is wrong with %j", (changes, field, key) => {
    expect(problem(changes)).toMatchObject({ field, key: `resources.errors.${key}` });
  });

  it("asks for an adult for each twenty begun, only where somebody is under 14", () => {
    expect([1, 20, 21, 40, 41].map((people) => adultsNeeded(people, 13))).toEqual([1, 1, 2, 2, 3]);
    expect(adultsNeeded(200, 14)).toBe(0);
  });

  it("holds the whole session where it is booked whole", () => {
    expect(seatsHeld({ ...OFFER, exclusive: true }, SESSION, 5)).toBe(40);
    expect(seatsHeld(OFFER, SESSION, 5)).toBe(5);
  });

  it("shows a session as bookable while there is a seat and time", () => {
    expect(isBookable(OFFER, SESSION, TODAY)).toBe(true);
    expect(isBookable(OFFER, { ...SESSION, taken: 40 }, TODAY)).toBe(false);
    expect(isBookable(OFFER, SESSION, "2026-12-08")).toBe(false);
  });

  it("lets a child under 14 take part only with a guardian's yes", () => {
    expect(mayTakePart({ age: 13, answer: null })).toBe(false);
    expect(mayTakePart({ age: 13, answer: "refused" })).toBe(false);
    expect(mayTakePart({ age: 13, answer: "given" })).toBe(true);
    expect(mayTakePart({ age: 14, answer: null })).toBe(true);
  });

  it("ends cancelling with the day before", () => {
    expect(mayStillCancel("2026-12-10", "2026-12-09")).toBe(true);
    expect(mayStillCancel("2026-12-10", "2026-12-10")).toBe(false);
  });
});

describe("a class list", () => {
  const bounds = { people: 3, youngest: 12, oldest: 14 };

  it("reads spaces, commas of both kinds, tabs, the word for years and blank lines", () => {
    const read = readClassList("陈小雨 13\n\n李 明，12岁\r\nWang Wei\t14", bounds);
    expect(read).toEqual({
      ok: true,
      rows: [
        { name: "陈小雨", age: 13 },
        { name: "李 明", age: 12 },
        { name: "Wang Wei", age: 14 },
      ],
    });
  });

  it.each([
    ["陈小雨", 1, "listLine"],
    ["陈小雨 13\n李明 15", 2, "listAge"],
    ["陈小雨 13\n\n陈小雨 13", 3, "listTwice"],
    ["甲 12\n乙 12\n丙 12\n丁 12", 4, "listLong"],
    ["\n ", 1, "listEmpty"],
  ])("refuses %j at its line", (text, line, key) => {
    expect(readClassList(text, bounds)).toMatchObject({
      ok: false,
      problem: { line, key: `resources.errors.${key}` },
    });
  });

  it("takes namesakes of different ages", () => {
    expect(readClassList("陈小雨 13\n陈小雨 12", bounds).ok).toBe(true);
  });
});

describe("sessions", () => {
  it("reads and writes times of day", () => {
    expect(minuteOf("08:30")).toBe(510);
    expect(["24:00", "8:30", "12:60", ""].map(minuteOf)).toEqual([null, null, null, null]);
    expect(timeOf(510)).toBe("08:30");
  });

  it("plans the chosen weekdays between two dates, both counted", () => {
    expect(weekdayOf("2026-12-06")).toBe(7);
    expect(plannedDays("2026-12-01", "2026-12-15", [2])).toEqual(["2026-12-01", "2026-12-08", "2026-12-15"]);
    expect(plannedDays("2026-12-01", "2026-12-02", [])).toHaveLength(2);
    expect(plannedDays("2026-12-02", "2026-12-01", [])).toEqual([]);
  });

  it("sees an overlap, not a meeting of ends", () => {
    const at = (fromMinute: number, toMinute: number) => ({ day: "2026-12-01", fromMinute, toMinute });
    expect(overlaps(at(540, 600), at(599, 660))).toBe(true);
    expect(overlaps(at(540, 600), at(600, 660))).toBe(false);
    expect(overlaps(at(540, 600), { ...at(540, 600), day: "2026-12-02" })).toBe(false);
  });
});

describe("how well a resource is used", () => {
  it("sums hours, seats and people", () => {
    const past = [
      { fromMinute: 540, toMinute: 660, seats: 40, taken: 30, came: 28 },
      { fromMinute: 540, toMinute: 600, seats: 40, taken: 0, came: 0 },
    ];
    expect(utilisation(past)).toEqual({
      sessions: 2,
      usedSessions: 1,
      offeredMinutes: 180,
      usedMinutes: 120,
      seats: 80,
      taken: 30,
      came: 28,
      hoursBp: 6_667,
    });
    expect(utilisation([]).hoursBp).toBeNull();
  });

  it("keeps hours of teachers lent and borrowed by partner", () => {
    const taught = [
      { ownerId: "us", bookerId: "a", minutes: 90 },
      { ownerId: "a", bookerId: "us", minutes: 45 },
      { ownerId: "us", bookerId: "b", minutes: 200 },
      { ownerId: "a", bookerId: "b", minutes: 999 },
    ];
    expect(exchangeLedger(taught, "us")).toEqual([
      { partnerId: "b", lentMinutes: 200, borrowedMinutes: 0 },
      { partnerId: "a", lentMinutes: 90, borrowedMinutes: 45 },
    ]);
  });
});
