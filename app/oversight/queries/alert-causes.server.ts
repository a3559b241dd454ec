import {
  overduePromises,
  type Partnership,
  partnershipsIn,
} from "~/agreements/queries/partnerships.sqlite.server";
import { codeRange } from "~/catalogues/rules/regions";
import { silentOrganizations } from "~/marketplace/queries/silent-organizations.server";
import { netLosses } from "~/pathways/queries/net-losses.sqlite.server";
import { unusedWindows } from "~/pathways/queries/unused-windows.server";
import { unsealedAtWork } from "~/placements/queries/unsealed-at-work.server";
import { addDays, daysBetween } from "~/platform/time/clock";
import {
  type AlertRuleId,
  FLOW_DAYS,
  OVERDUE_DAYS,
  SILENT_IN_ROW,
  UNUSED_WINDOW_DAYS,
} from "../rules/alert-catalogue";
import { missedTargets, redCards } from "./own-causes.server";

export type Cause = {
  subject: {
    type:
      | "agreement"
      | "organization"
      | "placement"
      | "programme_card"
      | "target"
      | "transfer_window"
      | "school_flow";
    id: string;
  };
  organizationId: string;
  regionCode: string;
  title: string;
  facts: Record<string, string | number>;
};

const AT_ONCE = 200;
const COUNTRY = codeRange("");

/** Pages of something with an id, until one is not full. */
function* paged<T>(page: (after: string) => T[], idOf: (one: T) => string): Generator<T> {
  let after = "";
  for (;;) {
    const found = page(after);
    yield* found;
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return;
    after = idOf(last);
  }
}

/** The side that does least where one does it all, the enterprise where it signed in bulk, else the school. */
const answerable = (partnership: Partnership) => {
  const named = partnership.reasons.find(({ id }) => id === "one_sided")?.values.organizationId;
  const bulk = partnership.reasons.some(({ id }) => id === "bulk_signing");
  return (
    partnership.parties.find(({ id }) => id === named) ??
    partnership.parties.find(({ kind }) => kind === (bulk ? "enterprise" : "school")) ??
    partnership.parties[0]
  );
};

function* hollow(): Generator<Cause> {
  let after: { score: number; id: string } | null = null;
  for (;;) {
    const page = partnershipsIn({ region: COUNTRY, states: ["hollow"], after, take: AT_ONCE });
    for (const one of page) {
      const party = answerable(one);
      if (!party) continue;
      yield {
        subject: { type: "agreement", id: one.id },
        organizationId: party.id,
        regionCode: party.regionCode,
        title: one.title,
        facts: {
          score: one.score,
          reasons: one.reasons
            .filter(({ points }) => points < 0)
            .map(({ id }) => id)
            .join(","),
          with: one.parties
            .filter(({ id }) => id !== party.id)
            .map(({ name }) => name)
            .join("、"),
        },
      };
    }
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = { score: last.score, id: last.id };
  }
}

function* silent(): Generator<Cause> {
  const pages = (after: string) => silentOrganizations(SILENT_IN_ROW, after, AT_ONCE);
  for (const one of paged(pages, ({ organizationId }) => organizationId)) {
    const { organizationId, regionCode, name, silentInRow, due, answered } = one;
    yield {
      subject: { type: "organization", id: organizationId },
      organizationId,
      regionCode,
      title: name,
      facts: { silentInRow, due, answered },
    };
  }
}

function* unsealed(today: string): Generator<Cause> {
  const pages = (after: string) => unsealedAtWork(after, AT_ONCE);
  for (const one of paged(pages, ({ id }) => id)) {
    const { id, title, schoolId, host, regionCode, startedOn } = one;
    yield {
      subject: { type: "placement", id },
      organizationId: schoolId,
      regionCode,
      title,
      facts: { host, startedOn, days: Math.max(0, daysBetween(startedOn, today)) },
    };
  }
}

function* windows(today: string): Generator<Cause> {
  const closed = { from: addDays(today, -UNUSED_WINDOW_DAYS), before: today };
  for (const one of paged(
    (after) => unusedWindows(closed, after, AT_ONCE),
    ({ id }) => id,
  )) {
    const { id, authorityId, authority, regionCode, direction, schoolYear, grade, closesOn, seats } = one;
    yield {
      subject: { type: "transfer_window", id },
      organizationId: authorityId,
      regionCode,
      title: `${authority} ${schoolYear}/${String((schoolYear + 1) % 100).padStart(2, "0")}`,
      facts: { direction, grade, closesOn, seats },
    };
  }
}

function* flows(today: string): Generator<Cause> {
  const moved = { from: addDays(today, -FLOW_DAYS), to: today };
  for (const one of paged(
    (after) => netLosses(moved, after, AT_ONCE),
    ({ schoolId }) => schoolId,
  )) {
    const { schoolId, name, regionCode, left, came, lost, enrolled } = one;
    yield {
      subject: { type: "school_flow", id: schoolId },
      organizationId: schoolId,
      regionCode,
      title: name,
      facts: { left, came, lost, enrolled },
    };
  }
}

function* overdue(today: string): Generator<Cause> {
  let after = { agreementId: "", organizationId: "" };
  for (;;) {
    const page = overduePromises(addDays(today, -OVERDUE_DAYS), after, AT_ONCE);
    for (const { agreementId, organizationId, regionCode, title, promises, oldestDueOn } of page) {
      yield {
        subject: { type: "agreement", id: `${agreementId}:${organizationId}` },
        organizationId,
        regionCode,
        title,
        facts: { promises, oldestDueOn, days: daysBetween(oldestDueOn, today) },
      };
    }
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return;
    after = { agreementId: last.agreementId, organizationId: last.organizationId };
  }
}

/**
 * Every cause a rule of the catalogue finds today, from the records of the rooms it is about, in pages. Goes in: the rule
 * and today's civil date. Comes out: subject, who must put it right, its region, and the facts; nobody's personal data.
 */
export const causesOf = (rule: AlertRuleId, today: string): Generator<Cause> => {
  switch (rule) {
    case "hollow_partnership":
      return hollow();
    case "silent_enterprise":
      return silent();
    case "placement_without_agreement":
      return unsealed(today);
    case "overdue_commitments":
      return overdue(today);
    case "red_card_published":
      return redCards();
    case "target_missed":
      return missedTargets(today);
    case "transfer_window_unused":
      return windows(today);
    case "disorderly_flow":
      return flows(today);
  }
};
