import { createHash } from "node:crypto";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import type { DossierContent } from "../rules/dossiers/content";
import { DOSSIER_KINDS, type DossierKind, dossierPack } from "../rules/dossiers/packs";

const PAGE = 20;

/**
 * The dossiers of the member's organization, the newest first, and the kinds it can assemble. Goes in: the member, the id
 * after which to go on. Comes out: a page of them and the key to go on.
 */
export const dossiersPage = async (ctx: MemberCtx, after: string | null) => {
  const today = civilDate(ctx.clock.now());
  const found = await read.dossier.findMany({
    where: { organizationId: ctx.actor.organizationId, ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: PAGE + 1,
    select: { id: true, kind: true, asOf: true, byName: true, content: true },
  });
  const items = found.slice(0, PAGE);
  return {
    packs: DOSSIER_KINDS.flatMap((kind) => {
      const pack = dossierPack(kind, today, ctx.actor.organization.kind);
      return pack ? [{ kind, title: pack.title, sections: pack.sections.map(({ title }) => title) }] : [];
    }),
    items: items.map(({ content, kind, ...one }) => ({
      ...one,
      kind: kind as DossierKind,
      missing: (JSON.parse(content) as DossierContent).missing.length,
    })),
    next: found.length > PAGE ? (items.at(-1)?.id ?? null) : null,
  };
};

/** One dossier of the member's organization as it was assembled; null for those of others. */
export const dossierPage = async (ctx: MemberCtx, id: string) => {
  const found = await read.dossier.findFirst({ where: { id, organizationId: ctx.actor.organizationId } });
  if (!found) return null;
  const { content, sha256, byName, at, regionCode, organizationId } = found;
  return {
    id,
    organizationId,
    regionCode,
    byName,
    at: at.toISOString(),
    sha256,
    fits: createHash("sha256").update(content).digest("hex") === sha256,
    content: JSON.parse(content) as DossierContent,
  };
};

export type DossierPage = NonNullable<Awaited<ReturnType<typeof dossierPage>>>;
