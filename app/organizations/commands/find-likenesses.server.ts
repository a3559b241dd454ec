import type { Ctx } from "~/platform/command";
import type { Tx } from "~/platform/db/gate.server";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { COMPARED, candidatesFor } from "../likeness-keys.server";
import { isLead, likenesses } from "../rules/likeness";

/**
 * Compares one organization with those that share something with it and puts every telling pair before the operator,
 * inside the transaction of the change that gave occasion. Goes in: its id. Comes out: how many pairs are new or weigh
 * more than when the operator last cleared them. A pair that is known and weighs the same is left as it is.
 */
export const findLikenesses = async (tx: Tx, ctx: Ctx, organizationId: string): Promise<number> => {
  const organization = await tx.organization.findUnique({ where: { id: organizationId }, select: COMPARED });
  if (!organization || ["merged", "ended"].includes(organization.state)) return 0;
  const now = ctx.clock.now();
  let told = 0;
  for (const other of await candidatesFor(tx, organization)) {
    const alike = likenesses(organization, other);
    if (!isLead(alike)) continue;
    const [aId, bId] = organization.id < other.id ? [organization.id, other.id] : [other.id, organization.id];
    const known = await tx.likeness.findUnique({ where: { aId_bId: { aId, bId } } });
    if (known && (known.weight >= alike.weight || known.state === "acted")) continue;
    const said = {
      relation: alike.relation ?? "twin",
      weight: alike.weight,
      facts: JSON.stringify(alike.facts),
      state: "open",
      foundAt: now,
      decidedBy: null,
      decidedAt: null,
      note: null,
    };
    await tx.likeness.upsert({
      where: { aId_bId: { aId, bId } },
      create: { id: newId(now.getTime()), aId, bId, ...said },
      update: said,
    });
    await record(tx, ctx, {
      subject: { type: "organization", id: organization.id },
      name: "organization.likeness_found",
      payload: { other: other.id, facts: alike.facts.map(({ fact }) => fact), weight: alike.weight },
      audience: [],
    });
    told += 1;
  }
  return told;
};
