import { regionRange } from "~/catalogues/rules/regions";
import { rawReader } from "~/platform/db/client.server";
import { indicatorOf } from "../rules/indicators/catalogue";
import { toldFigure } from "../rules/indicators/told";
import { plainAmount } from "../rules/plain-amount";
import { gapOf } from "../rules/targets/progress";
import type { Cause } from "./alert-causes.server";
import { type IndicatorScope, indicatorSums } from "./indicator-sums.sqlite.server";

const AT_ONCE = 200;

type CardRow = {
  id: string;
  schoolId: string;
  regionCode: string;
  name: string;
  year: string;
  publishedOn: string;
  grounds: string;
};

/**
 * Red cards that were published and not withdrawn, each the newest of its programme: a later year without one ends the
 * cause. Comes out: one cause a card, the school answers for it.
 */
export function* redCards(): Generator<Cause> {
  let after = "";
  for (;;) {
    const rows = rawReader()
      .prepare<unknown[], CardRow>(
        `SELECT c.id, c.schoolId, c.regionCode, c.name, c.year, c.publishedOn, c.content ->> '$.grounds' AS grounds
         FROM ProgrammeCard c WHERE c.state = 'published' AND c.outcome = 'red' AND c.id > ?
         AND NOT EXISTS (SELECT 1 FROM ProgrammeCard n WHERE n.programmeId = c.programmeId AND n.year > c.year
           AND n.state IN ('kept', 'published', 'withdrawn'))
         ORDER BY c.id LIMIT ?`,
      )
      .all(after, AT_ONCE);
    for (const { id, schoolId, regionCode, name, year, publishedOn, grounds } of rows) {
      yield {
        subject: { type: "programme_card", id },
        organizationId: schoolId,
        regionCode,
        title: name,
        facts: { year, publishedOn, grounds: (JSON.parse(grounds) as string[]).join(",") },
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.id;
  }
}

type TargetRow = {
  id: string;
  organizationId: string;
  kind: string;
  regionCode: string;
  indicatorId: string;
  year: string;
  goal: number;
  dueOn: string;
  project: string;
  ownerName: string;
};

/**
 * Targets whose day is over and whose figure still lacks something. Goes in: today. Comes out: one cause a target, whoever
 * set it answers for it; a figure that is withheld or has no record yet says nothing either way. Reached later, the cause is
 * gone.
 */
export function* missedTargets(today: string): Generator<Cause> {
  let after = "";
  for (;;) {
    const rows = rawReader()
      .prepare<unknown[], TargetRow>(
        `SELECT t.id, t.organizationId, o.kind, o.regionCode, t.indicatorId, t.year, t.goal, t.dueOn, t.project, t.ownerName
         FROM IndicatorTarget t JOIN Organization o ON o.id = t.organizationId
         WHERE t.withdrawnAt IS NULL AND t.dueOn < ? AND t.id > ? ORDER BY t.id LIMIT ?`,
      )
      .all(today, after, AT_ONCE);
    for (const row of rows) {
      const indicator = indicatorOf(row.indicatorId);
      if (!indicator) continue;
      const scope: IndicatorScope =
        row.kind === "authority"
          ? { kind: "region", code: row.regionCode, range: regionRange(row.regionCode) }
          : { kind: "organization", id: row.organizationId };
      const own = scope.kind === "organization";
      const sums = indicatorSums(scope, row.year, [indicator.id]).get(indicator.id);
      const figure = toldFigure(indicator, sums, { own, past: row.year < today.slice(0, 4) });
      const gap = figure.state === "withheld" ? null : gapOf(figure, Number(row.goal));
      if (gap === null || gap === 0) continue;
      yield {
        subject: { type: "target", id: row.id },
        organizationId: row.organizationId,
        regionCode: row.regionCode,
        title: row.project,
        facts: {
          indicator: indicator.id,
          value: plainAmount(figure.value ?? 0, indicator.unit),
          goal: plainAmount(Number(row.goal), indicator.unit),
          dueOn: row.dueOn,
          ownerName: row.ownerName,
        },
      };
    }
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.id;
  }
}
