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
