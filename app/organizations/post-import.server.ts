import type { ActingCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import type { Tx } from "~/platform/db/gate.server";
import { type BatchEvent, recordMany } from "~/platform/events/record-many.server";
import { newId } from "~/platform/id";
import type { ImportKind, LineOutcome } from "~/platform/imports/import-kind";
import { actorOfImport } from "./actor-of-import.server";
import { readPostRow } from "./capacity-row.server";
import { codeFinder } from "./code-finder.server";
import { MOST_POSTS } from "./commands/create-post.server";
import { mayEditProfile, mayHavePosts } from "./policy";
import { type Labels, labelsOf } from "./queries/labels.server";
import { POST_COLUMNS } from "./rules/capacity-columns";
import type { PostInput } from "./schema";
import { indexOrganization } from "./search-index.server";

const columnsOf = (post: PostInput, occupationCode: string) => ({
  name: post.name,
  occupationCode,
  headcount: post.headcount,
  samePostPayFen: post.samePostPay ?? null,
  labourIntensity: post.labourIntensity ?? null,
  hazards: [...post.hazards].sort().join(","),
});

type Columns = ReturnType<typeof columnsOf>;

const told = ({ name, occupationCode, headcount, samePostPayFen, hazards }: Columns) => ({
  name,
  occupationCode,
  headcount,
  samePostPayFen,
  hazards,
});

/** Brings one post to what its row says: found by its name among the open ones. */
const bringAbout = async (
  tx: Tx,
  ctx: ActingCtx,
  columns: Columns,
  events: BatchEvent[],
): Promise<LineOutcome> => {
  const { organizationId } = ctx.actor;
  const held = await tx.post.findFirst({ where: { organizationId, name: columns.name, closedAt: null } });
  if (held) {
    const hazards = held.hazards.split(",").filter(Boolean).sort().join(",");
    const same = JSON.stringify(told({ ...held, hazards })) === JSON.stringify(told(columns));
    if (same && held.labourIntensity === columns.labourIntensity)
      return { state: "unchanged", refId: held.id };
    await tx.post.update({ where: { id: held.id }, data: { ...columns, version: { increment: 1 } } });
    const subject = { type: "post", id: held.id };
    events.push({ subject, name: "post.changed", payload: told(columns), audience: [organizationId] });
    return { state: "updated", refId: held.id };
  }
  if ((await tx.post.count({ where: { organizationId } })) >= MOST_POSTS) {
    const full = { field: "", key: "organizations.refused.tooManyPosts", values: { most: MOST_POSTS } };
    return { state: "refused", findings: [full] };
  }
  const id = newId(ctx.clock.now().getTime());
  await tx.post.create({ data: { id, organizationId, ...columns, createdAt: ctx.clock.now(), version: 1 } });
  const subject = { type: "post", id };
  events.push({
    subject,
    name: "post.created",
    payload: told(columns),
    audience: [organizationId],
    fresh: true,
  });
  return { state: "created", refId: id };
};

const finish = async (
  tx: Tx,
  ctx: ActingCtx,
  labels: Labels,
  events: readonly BatchEvent[],
): Promise<void> => {
  if (events.length === 0) return;
  await recordMany(tx, ctx, events);
  await indexOrganization(tx, ctx.actor.organizationId, labels);
};

/** Posts from a spreadsheet, by the rules of the form; a row is the open post of its name, or a new one. */
export const POST_IMPORT: ImportKind = {
  name: "posts",
  columns: () => POST_COLUMNS,
  keyOf: ({ name }) => name || null,
  open: async (owner, _options, clock, requestId) => {
    const ctx = await actorOfImport(owner, clock, requestId);
    if (!ctx.ok) return ctx;
    for (const allowed of [mayHavePosts(ctx.value.actor), mayEditProfile(ctx.value.actor)]) {
      if (!allowed.ok) return allowed;
    }
    const finder = codeFinder();
    const organization = await read.organization.findUniqueOrThrow({ where: { id: owner.organizationId } });
    const labels = await labelsOf(organization);
    return {
      ok: true,
      value: {
        judge: async (lines) => {
          const rows = await Promise.all(lines.map((line) => readPostRow(line, finder)));
          return rows.map((row) => (row.ok ? [] : row.findings));
        },
        write: async (tx, lines) => {
          const outcomes: LineOutcome[] = [];
          const events: BatchEvent[] = [];
          for (const line of lines) {
            const row = await readPostRow(line, finder);
            outcomes.push(
              row.ok
                ? await bringAbout(tx, ctx.value, columnsOf(row.value, row.code), events)
                : { state: "refused", findings: row.findings },
            );
          }
          await finish(tx, ctx.value, labels, events);
          return outcomes;
        },
      },
    };
  },
};
