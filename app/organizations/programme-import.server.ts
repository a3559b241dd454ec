import { type Catalogue, catalogue } from "~/catalogues/queries/catalogue.server";
import type { ActingCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { type BatchEvent, recordMany } from "~/platform/events/record-many.server";
import { newId } from "~/platform/id";
import type { ImportKind, LineOutcome } from "~/platform/imports/import-kind";
import { actorOfImport } from "./actor-of-import.server";
import { readProgrammeRow } from "./capacity-row.server";
import { codeFinder } from "./code-finder.server";
import { mayEditProfile, mayHaveProgrammes } from "./policy";
import { labelsOf } from "./queries/labels.server";
import { PROGRAMME_COLUMNS } from "./rules/capacity-columns";
import { cohortRows } from "./rules/cohort-rows";
import { MOST_COHORTS, type ProgrammeInput } from "./schema";
import { indexOrganization } from "./search-index.server";

type Row = { input: ProgrammeInput; majorCode: string };

/** What a row says of the programme itself; a cell left empty leaves what is there. */
const columnsOf = ({ input }: Row) => ({
  seats: input.seats,
  ...(input.name === undefined ? {} : { name: input.name }),
  ...(input.practiceShare === undefined ? {} : { practiceShareBp: Math.round(input.practiceShare * 100) }),
  ...(input.introduction === undefined ? {} : { introduction: input.introduction }),
});

const differs = (held: Readonly<Record<string, unknown>>, said: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(said).some(([name, value]) => held[name] !== value);

const told = (row: Row, name: string) => ({
  majorCode: row.majorCode,
  name,
  seats: row.input.seats,
  cohorts: cohortRows(row.input.cohorts).map((cohort) => ({ ...cohort })),
});

/** Brings a programme and one intake of it to what the row says: found by its major; other intakes stay. */
const bringAbout = async (
  tx: Tx,
  ctx: ActingCtx,
  row: Row,
  majors: Catalogue["majors"],
  events: BatchEvent[],
): Promise<LineOutcome> => {
  const { organizationId } = ctx.actor;
  const now = ctx.clock.now();
  const { majorCode, input } = row;
  const held = await tx.programme.findUnique({
    where: { organizationId_majorCode: { organizationId, majorCode } },
    include: { cohorts: true },
  });
  const cohorts = cohortRows(input.cohorts);
  if (!held) {
    const major = majors.get(majorCode);
    const id = newId(now.getTime());
    const name = input.name ?? major?.name ?? majorCode;
    await tx.programme.create({
      data: {
        id,
        organizationId,
        majorCode,
        level: major?.level ?? "",
        introduction: "",
        practiceShareBp: null,
        ...columnsOf(row),
        name,
        createdAt: now,
        version: 1,
        cohorts: { create: cohorts.map((cohort) => ({ id: newId(now.getTime()), ...cohort })) },
      },
    });
    const subject = { type: "programme", id };
    const payload = told(row, name);
    events.push({ subject, name: "programme.created", payload, audience: [organizationId], fresh: true });
    return { state: "created", refId: id };
  }
  const intake = held.cohorts.find(({ entryYear }) => entryYear === cohorts[0]?.entryYear);
  if (cohorts[0] && !intake && held.cohorts.length >= MOST_COHORTS) {
    const full = { field: "entryYear", key: "errors.tooMany", values: { max: MOST_COHORTS } };
    return { state: "refused", findings: [full] };
  }
  const changed =
    differs(held, columnsOf(row)) || (cohorts[0] !== undefined && (!intake || differs(intake, cohorts[0])));
  if (!changed) return { state: "unchanged", refId: held.id };
  await tx.programme.update({
    where: { id: held.id },
    data: { ...columnsOf(row), version: { increment: 1 } },
  });
  for (const cohort of cohorts) {
    await tx.cohort.upsert({
      where: { programmeId_entryYear: { programmeId: held.id, entryYear: cohort.entryYear } },
      create: { id: newId(now.getTime()), programmeId: held.id, ...cohort },
      update: cohort,
    });
  }
  const subject = { type: "programme", id: held.id };
  const payload = told(row, input.name ?? held.name);
  events.push({ subject, name: "programme.changed", payload, audience: [organizationId] });
  return { state: "updated", refId: held.id };
};

/** Programmes from a spreadsheet, by the rules of the form; a row is one intake of the programme of its major. */
export const PROGRAMME_IMPORT: ImportKind = {
  name: "programmes",
  columns: () => PROGRAMME_COLUMNS,
  keyOf: ({ major, entryYear }) => (major ? `${major}|${entryYear ?? ""}` : null),
  open: async (owner, _options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    for (const allowed of [mayHaveProgrammes(ctx.value.actor), mayEditProfile(ctx.value.actor)]) {
      if (!allowed.ok) return allowed;
    }
    const finder = codeFinder();
    const { majors } = await catalogue();
    const organization = await read.organization.findUniqueOrThrow({ where: { id: owner.organizationId } });
    const labels = await labelsOf(organization);
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const rows = await Promise.all(lines.map((line) => readProgrammeRow(line, finder)));
          return rows.map((row) => (row.ok ? [] : row.findings));
        },
        write: async (tx, lines) => {
          const outcomes: LineOutcome[] = [];
          const events: BatchEvent[] = [];
          for (const line of lines) {
            const row = await readProgrammeRow(line, finder);
            outcomes.push(
              row.ok
                ? await bringAbout(tx, ctx.value, { input: row.value, majorCode: row.code }, majors, events)
                : { state: "refused", findings: row.findings },
            );
          }
          if (events.length > 0) {
            await recordMany(tx, ctx.value, events);
            await indexOrganization(tx, owner.organizationId, labels);
          }
          return outcomes;
        },
      },
    };
  },
};
