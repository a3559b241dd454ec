import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { sealField } from "~/platform/crypto/fields.server";
import { newId } from "~/platform/id";
import type { RoundForm } from "./round-schema";

/** The stored row of a new round: the draw is made now and kept sealed, its hash is what is published. */
export const roundRow = (
  ctx: MemberCtx,
  input: Omit<RoundForm, "schools" | "submissionKey">,
  { seed, followsId }: { seed: string; followsId: string | null },
) => {
  const at = ctx.clock.now();
  return {
    id: newId(at.getTime()),
    schoolId: ctx.actor.organizationId,
    name: input.name,
    state: "draft",
    choicesUntil: input.choicesUntil,
    ranksUntil: input.ranksUntil,
    publishOn: input.publishOn,
    mostChoices: input.mostChoices,
    categoryBy: input.categoryBy,
    seedHash: createHash("sha256").update(seed).digest("hex"),
    seedSealed: sealField("round.seed", seed),
    stale: false,
    followsId,
    createdBy: ctx.actor.personId,
    createdAt: at,
    updatedAt: at,
    version: 1,
  };
};
