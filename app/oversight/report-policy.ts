import { liesIn } from "~/catalogues/rules/regions";
import { type Acting, mayWrite } from "~/identity/actor";
import { ok, type Result, refuse } from "~/platform/result";
import type { Supplier } from "./rules/supplied/forms";

/** As what an organization hands figures in; null for one that does not. */
export const supplierOf = (kind: Acting["organization"]["kind"]): Supplier | null =>
  kind === "school" ? "school" : kind === "authority" ? "authority" : null;

/** Whether somebody sees sheets of supplied figures: members of schools and authorities, students not. */
export const maySeeSheets = (actor: Pick<Acting, "organization">): Result<null> =>
  supplierOf(actor.organization.kind) === null || actor.organization.role === "student"
    ? refuse("forbidden", "reports.errors.suppliersOnly")
    : ok(null);

/** Whether somebody hands figures in: owner and coordinators of a school or an authority. */
export const maySupply = (actor: Pick<Acting, "organization">): Result<null> => {
  const sees = maySeeSheets(actor);
  if (!sees.ok) return sees;
  return mayWrite(actor) ? ok(null) : refuse("forbidden", "reports.errors.roleOnly");
};

/** Whether a record of an organization is open to somebody: their own, or one in the region of the authority they act for. */
export const reaches = (
  actor: Pick<Acting, "organization" | "organizationId">,
  ownRegion: string,
  record: { organizationId: string; regionCode: string },
): boolean =>
  record.organizationId === actor.organizationId ||
  (actor.organization.kind === "authority" && liesIn(ownRegion, record.regionCode));

/** Whether somebody sees dossiers: members of schools and industry bodies, students not. */
export const maySeeDossiers = ({ organization }: Pick<Acting, "organization">): Result<null> =>
  (organization.kind === "school" || organization.kind === "industry_body") && organization.role !== "student"
    ? ok(null)
    : refuse("forbidden", "reports.errors.dossierReaders");

/** Whether somebody assembles dossiers: owner and coordinators of a school or an industry body. */
export const mayAssemble = (actor: Pick<Acting, "organization">): Result<null> => {
  const sees = maySeeDossiers(actor);
  if (!sees.ok) return sees;
  return mayWrite(actor) ? ok(null) : refuse("forbidden", "reports.errors.dossierRole");
};
