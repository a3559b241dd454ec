import { regionPrefix } from "~/catalogues/rules/regions";
import { read } from "~/platform/db/client.server";
import { PACKS } from "~/regulations/rules/packs/all";
import type { Rule, Stage } from "~/regulations/rules/rule";
import { type Adjustment, adjustPacks, type Subject } from "~/regulations/rules/sandbox";
import { compareRule, type RuleChange } from "~/regulations/rules/sandbox-rule";
import { placingFactsOfMany } from "../placing-facts.server";
import { SEATED } from "../rules/lifecycle";
import { placementTerms } from "../terms";

/** A run looks at no more placements than this, and says when there are more. */
const MOST = 5_000;
const BATCH = 500;
const MOST_NAMES = 20;

/** The stage a rule is asked at in a sandbox: rosters where it is asked there, else its first. */
export const sandboxStage = (rule: Rule): Stage =>
  rule.stages.includes("roster") ? "roster" : (rule.stages[0] ?? "roster");

const placementsIn = async (prefix: string) => {
  const schools = await read.organization.findMany({
    where: { kind: "school", regionCode: { startsWith: prefix } },
    take: 2_000,
    select: { id: true },
  });
  const where = { schoolId: { in: schools.map(({ id }) => id) }, state: { in: [...SEATED] } };
  const [total, rows] = await Promise.all([
    read.placement.count({ where }),
    read.placement.findMany({
      where,
      orderBy: { id: "asc" },
      take: MOST,
      select: {
        id: true,
        studentId: true,
        schoolId: true,
        hostId: true,
        listingId: true,
        origin: true,
        terms: true,
      },
    }),
  ]);
  return { total, rows };
};

type Row = Awaited<ReturnType<typeof placementsIn>>["rows"][number];

async function* subjectsOf(rows: readonly Row[], on: string): AsyncGenerator<Subject[]> {
  for (let at = 0; at < rows.length; at += BATCH) {
    const asked = rows.slice(at, at + BATCH).map((row) => ({
      studentId: row.studentId,
      hostId: row.hostId,
      listingId: row.listingId,
      terms: placementTerms.parse(JSON.parse(row.terms)),
      origin: row.origin as "listing" | "round" | "self_found",
      placementId: row.id,
    }));
    const facts = await placingFactsOfMany(read, asked, on);
    yield asked.map(({ placementId, terms }, index) => ({
      id: placementId,
      on,
      region: terms.regionCode,
      facts: facts[index] ?? {},
    }));
  }
}

const counted = (changes: readonly RuleChange[], of: (id: string) => string) => {
  const counts = new Map<string, number>();
  for (const { id } of changes) counts.set(of(id), (counts.get(of(id)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_NAMES);
};

export type SandboxRun = Awaited<ReturnType<typeof sandboxRun>>;

/**
 * Tries a changed rule on the placements of a region as they are now, changing nothing. In: the region code, the rule,
 * the adjustments, the civil date. Out: how many would newly keep or break the rule, by school and by host, and the ids
 * behind the counts. Looks at 5,000 placements at most, 500 at a time, and tells how many there are.
 */
export const sandboxRun = async (
  regionCode: string,
  rule: Rule,
  adjustments: readonly Adjustment[],
  on: string,
) => {
  const adjusted = adjustPacks(PACKS, adjustments);
  if (!adjusted.ok) return { ok: false as const, problems: adjusted.problems };
  const { total, rows } = await placementsIn(regionPrefix(regionCode));
  const better: RuleChange[] = [];
  const worse: RuleChange[] = [];
  for await (const subjects of subjectsOf(rows, on)) {
    const compared = compareRule(
      subjects,
      { before: PACKS, after: adjusted.packs },
      rule.id,
      sandboxStage(rule),
    );
    better.push(...compared.better);
    worse.push(...compared.worse);
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const names = await read.organization.findMany({
    where: {
      id: {
        in: [
          ...new Set(
            [...better, ...worse].flatMap(({ id }) => [
              byId.get(id)?.schoolId ?? "",
              byId.get(id)?.hostId ?? "",
            ]),
          ),
        ],
      },
    },
    select: { id: true, name: true },
  });
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const by = (side: "schoolId" | "hostId") => {
    const of = (id: string) => byId.get(id)?.[side] ?? "";
    const up = new Map(counted(better, of));
    const down = new Map(counted(worse, of));
    return [...new Set([...down.keys(), ...up.keys()])].map((id) => ({
      id,
      name: nameOf.get(id) ?? "",
      better: up.get(id) ?? 0,
      worse: down.get(id) ?? 0,
    }));
  };
  return {
    ok: true as const,
    total,
    looked: rows.length,
    better,
    worse,
    unchanged: rows.length - better.length - worse.length,
    schools: by("schoolId"),
    hosts: by("hostId"),
  };
};
