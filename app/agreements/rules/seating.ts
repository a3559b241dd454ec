import type { OrganizationKind } from "~/identity/actor";
import { maySitAs, type PartyRole } from "./kinds";
import type { Template } from "./templates/template";

type Seated<T> = { organization: T; role: PartyRole };

/**
 * Who stands in which role of a template. Goes in: the template and the organizations, the drafting one first. Comes out:
 * each role of the template taken by one of them, the rest as members where the template has members; null when a role
 * stays empty or somebody has no place. A school drafting with an enterprise is seated rightly whoever drafts.
 */
export const seatParties = <T extends { id: string; kind: OrganizationKind }>(
  template: Pick<Template, "roles">,
  organizations: readonly T[],
): Seated<T>[] | null => {
  const fixed = template.roles.filter((role) => role !== "member");
  const free = template.roles.includes("member");
  const place = (roles: readonly PartyRole[], left: readonly T[]): Seated<T>[] | null => {
    const [role, ...others] = roles;
    if (!role) {
      const rest = left.every((one) => free && maySitAs("member", one.kind));
      return rest ? left.map((organization) => ({ organization, role: "member" as const })) : null;
    }
    for (const organization of left.filter((one) => maySitAs(role, one.kind))) {
      const seated = place(
        others,
        left.filter((one) => one.id !== organization.id),
      );
      if (seated) return [{ organization, role }, ...seated];
    }
    return null;
  };
  return place(fixed, organizations);
};

/**
 * Who stands in which role once somebody came or went: whoever had a role of the template keeps it, everybody else is a
 * member. Goes in: the template, the parties as they stood, the organizations now. Comes out: null when a role of the
 * template is left empty or the newcomer may not be a member. House rule.
 */
export const withMembers = <T extends { id: string; kind: OrganizationKind }>(
  template: Pick<Template, "roles">,
  before: readonly { organizationId: string; role: PartyRole }[],
  organizations: readonly T[],
): Seated<T>[] | null => {
  const seated = organizations.map((organization) => ({
    organization,
    role: before.find((one) => one.organizationId === organization.id)?.role ?? ("member" as const),
  }));
  const fixed = template.roles.filter((role) => role !== "member");
  const filled = fixed.every((role) => seated.some((one) => one.role === role));
  const fits = seated.every((one) => maySitAs(one.role, one.organization.kind));
  return filled && fits ? seated : null;
};
