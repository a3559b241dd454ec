import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { decide, reject } from "~/platform/decide.server";
import { canonicalJson } from "~/platform/events/canonical";
import { record } from "~/platform/events/record.server";
import { newId } from "~/platform/id";
import { once } from "~/platform/outbox/once.server";
import { type Result, refuse } from "~/platform/result";
import { civilDate } from "~/platform/time/clock";
import { dossierFacts } from "../dossier-facts.server";
import { mayAssemble } from "../report-policy";
import { dossierOf } from "../rules/dossiers/content";
import { type DossierKind, dossierPack } from "../rules/dossiers/packs";

/** Dossiers one organization may assemble within a day. House rule. */
const MOST_A_DAY = 20;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Assembles a dossier from the organization's records as they are now and freezes it. Goes in: the kind, the form's key.
 * Comes out: its id. Refuses roles that may not, kinds that are not for the organization, a twenty-first within a day.
 */
export const assembleDossier = async (
  ctx: MemberCtx,
  input: { kind: DossierKind; submissionKey?: string | undefined },
): Promise<Result<{ id: string }>> => {
  const allowed = mayAssemble(ctx.actor);
  if (!allowed.ok) return allowed;
  const at = ctx.clock.now();
  const asOf = civilDate(at);
  const pack = dossierPack(input.kind, asOf, ctx.actor.organization.kind);
  if (!pack)
    return refuse("invalid", "errors.checkFields", {
      fields: [{ field: "kind", key: "reports.errors.dossierKind" }],
    });
  const { organizationId } = ctx.actor;
  const { regionCode, name } = await read.organization.findUniqueOrThrow({
    where: { id: organizationId },
    select: { regionCode: true, name: true },
  });
  const facts = await dossierFacts(
    ctx,
    pack.sections.flatMap(({ wants }) => wants),
  );
  const dossier = dossierOf(pack, { organization: name, asOf }, (want) => facts.get(want.id) ?? []);
  const content = canonicalJson(dossier);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return decide((tx) =>
    once(tx, ctx, input.submissionKey, { kind: input.kind }, async () => {
      const since = new Date(at.getTime() - DAY_MS);
      if ((await tx.dossier.count({ where: { organizationId, at: { gt: since } } })) >= MOST_A_DAY)
        return reject({ code: "limited", key: "reports.errors.tooManyDossiers" });
      const id = newId(at.getTime());
      await tx.dossier.create({
        data: {
          id,
          organizationId,
          regionCode,
          kind: pack.kind,
          packId: pack.id,
          asOf,
          content,
          sha256,
          byName: ctx.actor.name,
          at,
        },
      });
      await record(tx, ctx, {
        subject: { type: "dossier", id },
        name: "dossier.assembled",
        payload: { kind: pack.kind, packId: pack.id, sha256, missing: dossier.missing.length },
        audience: [organizationId],
      });
      return { id };
    }),
  );
};
