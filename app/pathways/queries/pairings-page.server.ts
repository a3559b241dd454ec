import { regionPrefix } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";

import { agreementCarries, shapeOf } from "../rules/pairing";
import { authorityRegionOf } from "../transfer-access.server";
import { schoolNames } from "./transfers-list.server";

const MOST = 200;

/** Pairings a school is part of, or those of an authority's region, with whether the agreement beneath holds today. */
export const pairingsPage = async (ctx: MemberCtx) => {
  const today = civilDate(ctx.clock.now());
  const { organizationId } = ctx.actor;
  const region = await authorityRegionOf(read, ctx.actor);
  const inRegion = region
    ? await read.organization.findMany({
        where: {
          kind: "general_school",
          regionCode: { gte: regionPrefix(region), lt: `${regionPrefix(region)}~` },
        },
        take: 2_000,
        select: { id: true },
      })
    : [];
  const rows = await read.transferPairing.findMany({
    where: region
      ? { generalId: { in: inRegion.map((one) => one.id) } }
      : { OR: [{ vocationalId: organizationId }, { generalId: organizationId }] },
    orderBy: [{ state: "asc" }, { validTo: "asc" }],
    take: MOST,
  });
  const live = rows.filter((row) => row.state === "active");
  const [agreements, names, own] = await Promise.all([
    read.agreement.findMany({
      where: { id: { in: rows.map((row) => row.agreementId) } },
      include: { parties: { select: { organizationId: true }, take: 10 } },
    }),
    schoolNames(rows.flatMap((row) => [row.vocationalId, row.generalId])),
    region
      ? []
      : read.agreement.findMany({
          where: { kind: "school_school", state: "active", parties: { some: { organizationId } } },
          orderBy: { createdAt: "desc" },
          take: 50,
          select: { id: true, title: true, endsOn: true },
        }),
  ]);
  return {
    today,
    authority: region !== null,
    agreements: own.filter((one) => !rows.some((row) => row.agreementId === one.id && row.state !== "ended")),
    pairings: rows.map((row) => {
      const agreement = agreements.find((one) => one.id === row.agreementId);
      const resting = agreement && {
        ...agreement,
        parties: agreement.parties.map((party) => party.organizationId),
      };
      return {
        id: row.id,
        version: row.version,
        state: row.state,
        vocational: names.get(row.vocationalId) ?? "",
        general: names.get(row.generalId) ?? "",
        agreementId: row.agreementId,
        agreement: agreement?.title ?? "",
        mayRead: row.vocationalId === organizationId || row.generalId === organizationId,
        holds: agreementCarries(resting ?? null, [row.vocationalId, row.generalId], today),
        validFrom: row.validFrom,
        validTo: row.validTo,
        endReason: row.endReason,
        shape: shapeOf(
          live.filter((one) => one.vocationalId === row.vocationalId).length,
          live.filter((one) => one.generalId === row.generalId).length,
        ),
      };
    }),
  };
};
