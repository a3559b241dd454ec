import { regionRange } from "~/catalogues/rules/regions";
import type { MemberCtx } from "~/identity/actor";
import { agreementCarries } from "~/pathways/rules/pairing";
import { authorityRegionOf } from "~/pathways/transfer-access.server";
import { read } from "~/platform/db/client.server";
import { civilDate } from "~/platform/time/clock";
import { namesOf } from "./school-names.server";

/** Tables of one school or region shown at most. */
const MOST = 100;

const versionsOf = async (tableIds: readonly string[], today: string) => {
  const rows = await read.equivalenceVersion.findMany({
    where: { tableId: { in: [...tableIds] } },
    orderBy: { ordinal: "desc" },
    take: MOST * 10,
  });
  return (tableId: string) => {
    const own = rows.filter((one) => one.tableId === tableId);
    const signed = own.filter((one) => one.state === "signed" && (one.inForceFrom ?? "9999") <= today);
    return { open: own.find((one) => one.openKey !== null) ?? null, inForce: signed[0] ?? null };
  };
};

const rowsFor = async (
  where: Parameters<typeof read.equivalenceTable.findMany>[0],
  today: string,
  schoolId: string | null,
) => {
  const tables = await read.equivalenceTable.findMany({
    ...where,
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
  const of = await versionsOf(
    tables.map((one) => one.id),
    today,
  );
  const names = await namesOf(tables.flatMap((one) => [one.fromSchoolId, one.toSchoolId]));
  return tables.map((table) => {
    const { open, inForce } = of(table.id);
    const side = table.fromSchoolId === schoolId ? "from" : "to";
    const agreed = side === "from" ? open?.agreedFromAt : open?.agreedToAt;
    const others = side === "from" ? open?.agreedToAt : open?.agreedFromAt;
    return {
      id: table.id,
      from: names.get(table.fromSchoolId) ?? "",
      to: names.get(table.toSchoolId) ?? "",
      inForce: inForce && { ordinal: inForce.ordinal, from: inForce.inForceFrom ?? inForce.validFrom },
      open: open && { ordinal: open.ordinal, state: open.state, documentId: open.documentId },
      agreed: Boolean(agreed),
      othersAgreed: Boolean(others),
    };
  });
};

/** The tables of the actor's school with what is in force and what is open, and the agreements a further one may rest on. */
export const schoolTables = async (ctx: MemberCtx) => {
  const { organizationId } = ctx.actor;
  const today = civilDate(ctx.clock.now());
  const rows = await rowsFor(
    { where: { OR: [{ fromSchoolId: organizationId }, { toSchoolId: organizationId }] } },
    today,
    organizationId,
  );
  const agreements = await read.agreement.findMany({
    where: { kind: "school_school", state: "active", parties: { some: { organizationId } } },
    orderBy: { createdAt: "desc" },
    take: 50,
    include: { parties: { select: { organizationId: true }, take: 10 } },
  });
  const names = await namesOf(agreements.flatMap((one) => one.parties.map((party) => party.organizationId)));
  return {
    today,
    rows,
    agreements: agreements.flatMap(({ parties, ...one }) => {
      const ids = parties.map((party) => party.organizationId);
      const other = ids.find((id) => id !== organizationId) ?? "";
      return agreementCarries({ ...one, parties: ids }, [organizationId, other], today)
        ? [{ id: one.id, title: one.title, partner: names.get(other) ?? "", endsOn: one.endsOn }]
        : [];
    }),
  };
};

/** The tables of an authority's region: those of which either school lies in it. */
export const regionTables = async (ctx: MemberCtx) => {
  const region = await authorityRegionOf(read, ctx.actor);
  const today = civilDate(ctx.clock.now());
  if (!region) return { today, rows: [], schools: [] as { id: string; name: string }[] };
  const range = regionRange(region);
  const schools = await read.organization.findMany({
    where: { kind: { in: ["school", "general_school"] }, regionCode: { gte: range.from, lt: range.before } },
    take: 2_000,
    select: { id: true, name: true, shortName: true },
  });
  const ids = schools.map((one) => one.id);
  const rows = await rowsFor(
    { where: { OR: [{ fromSchoolId: { in: ids } }, { toSchoolId: { in: ids } }] } },
    today,
    null,
  );
  return { today, rows, schools: schools.map((one) => ({ id: one.id, name: one.shortName || one.name })) };
};
