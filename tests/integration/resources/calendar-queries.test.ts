import Database from "better-sqlite3";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { addDays } from "~/platform/time/clock";
import { resourcePage } from "~/resources/queries/resource-page.server";
import { PAGE, resourcesList } from "~/resources/queries/resources-list.server";
import { givenOrganization } from "~tests/fixtures/people";

const TODAY = "2026-11-22";
const BASES = 500;
const DAYS = 20;
const MOST_QUERIES = 6;

/** The statements the database is asked to prepare while the work runs. */
const statementsOf = async <T>(work: () => Promise<T>): Promise<{ value: T; statements: number }> => {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  try {
    const value = await work();
    return { value, statements: prepare.mock.calls.length };
  } finally {
    prepare.mockRestore();
  }
};

let first = "";

beforeAll(async () => {
  const organizationId = await givenOrganization("school", "五百基地职校");
  const now = new Date(`${TODAY}T02:00:00Z`);
  const ids = Array.from({ length: BASES }, () => newId(now.getTime()));
  first = ids[0]!;
  await inTransaction(async (tx) => {
    await tx.sharedResource.createMany({
      data: ids.map((id, index) => ({
        id,
        organizationId,
        kind: "training_base",
        title: `基地 ${index}`,
        description: "",
        place: "",
        regionCode: "440113",
        capacity: 40,
        exclusive: false,
        safetyNotice: "",
        noticeDays: 0,
        state: "open",
        createdAt: now,
        updatedAt: now,
        version: 1,
      })),
    });
    for (let day = 0; day < DAYS; day += 1) {
      await tx.resourceSlot.createMany({
        data: ids.map((resourceId) => ({
          id: newId(now.getTime()),
          resourceId,
          organizationId,
          day: addDays(TODAY, day),
          fromMinute: 540,
          toMinute: 660,
          seats: 40,
          taken: day === 0 ? 40 : 0,
          state: "open",
          createdAt: now,
          version: 1,
        })),
      });
    }
  });
});

describe("the booking calendar of 500 bases", () => {
  it("lists a page with every free session in at most six queries", async () => {
    const { value, statements } = await statementsOf(() =>
      resourcesList({ kind: "training_base", day: addDays(TODAY, 3) }, TODAY),
    );
    expect(value.resources).toHaveLength(PAGE);
    expect(value.resources.every((one) => one.free === DAYS - 1)).toBe(true);
    expect(value.resources[0]?.first?.day).toBe(addDays(TODAY, 1));
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(MOST_QUERIES);
  });

  it("reaches every base page by page, each once", async () => {
    const seen = new Set<string>();
    let after: string | undefined;
    do {
      const page = await resourcesList({ kind: "training_base", ...(after ? { after } : {}) }, TODAY);
      for (const one of page.resources) seen.add(one.id);
      after = page.next ?? undefined;
    } while (after);
    expect(seen.size).toBe(BASES);
  });

  it("shows one base's four weeks in at most six queries", async () => {
    const { value, statements } = await statementsOf(() => resourcePage(first, TODAY, TODAY));
    expect(value?.days).toHaveLength(DAYS);
    expect(statements).toBeGreaterThan(0);
    expect(statements).toBeLessThanOrEqual(MOST_QUERIES);
  });
});
