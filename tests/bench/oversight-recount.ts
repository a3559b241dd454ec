import { rebuildIndicators } from "~/oversight/commands/rebuild-indicators.server";
import { rebuildMap } from "~/oversight/commands/rebuild-map.server";
import { indicatorsChecked } from "~/oversight/queries/indicators-checked.server";
import { closeDatabase } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/gate.server";
import { newId } from "~/platform/id";
import { systemClock } from "~/platform/time/clock";
import { cookieOf, givenPerson } from "../fixtures/people";

/** A new world has a backlog no running house has: every sweep goes once before pages are read. */
const settle = async (): Promise<Record<string, number>> => {
  const { sweeps } = await import("~/jobs.server");
  const took: Record<string, number> = {};
  for (const { name, run } of sweeps) {
    const begun = performance.now();
    await run(systemClock);
    took[name] = Math.round(performance.now() - begun);
  }
  return took;
};

/**
 * Run in a process of its own over the database of DATA_DIR: makes an authority of the province with somebody who signs in,
 * counts everything from the records and prints how long that took, as one line of JSON.
 */
const work = async (): Promise<void> => {
  const id = newId();
  const now = systemClock.now();
  await inTransaction(async (tx) => {
    await tx.organization.create({
      data: {
        ...{ id, kind: "authority", name: "省教育厅", shortName: "省教育厅", namePinyin: "sheng" },
        ...{ nameInitials: "", state: "verified", regionCode: "440000", address: "", introduction: "" },
        ...{ createdAt: now, updatedAt: now, version: 1 },
      },
    });
    await tx.eventCursor.create({ data: { name: "match-places-rebuilt", at: now, eventId: "" } });
  });
  const { personId } = await givenPerson("督导", { organizationId: id, role: "owner" });
  const cookie = await cookieOf(personId);
  const begun = performance.now();
  await rebuildIndicators(systemClock);
  const indicators = performance.now();
  await rebuildMap(systemClock);
  const map = performance.now();
  const { differing, cells, compared } = await indicatorsChecked(() => {});
  const checked = performance.now();
  const sweeps = await settle();
  console.log(
    JSON.stringify({
      cookie,
      indicatorsMs: indicators - begun,
      mapMs: map - indicators,
      checkMs: checked - map,
      sweeps,
      compared,
      differing: differing.length + cells.length,
    }),
  );
  await closeDatabase();
};

await work();
