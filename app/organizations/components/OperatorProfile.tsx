import { LinkButton } from "~/ui/LinkButton";
import { useWords } from "~/words/use-words";
import type { AdminOrganization } from "../queries/admin-organization.server";
import { type Fact, FactList } from "./FactList";

/** Who an organization is, as the operator sees it, with the ways to its other pages. */
export const OperatorProfile = ({ organization }: { organization: AdminOrganization }) => {
  const t = useWords("trust");
  const words = useWords("organizations");
  const admin = useWords("admin");
  const fact = (label: string, value: string | number | null): Fact[] =>
    value === null || value === "" ? [] : [{ label, value }];
  return (
    <>
      <FactList
        facts={[
          ...fact(words("profile.uscc"), organization.uscc),
          ...fact(words("profile.schoolCode"), organization.schoolCode),
          ...fact(words("profile.region"), organization.region),
          ...fact(words("profile.address"), organization.address),
          ...fact(words("profile.industry"), organization.industry),
          ...fact(words("profile.contactName"), organization.contactName),
          ...fact(admin("case.phone"), organization.phoneMasked),
          ...fact(t("admin.mailDomain"), organization.mailDomain),
          ...fact(t("admin.members"), organization.members),
          ...fact(t("admin.agreements"), organization.agreements),
        ]}
      />
      <div className="row mt-3">
        {organization.reviewId && (
          <LinkButton look="ghost" small href={`/admin/verifications/${organization.reviewId}`}>
            {t("admin.verification")}
          </LinkButton>
        )}
        {["verified", "unclaimed", "merged"].includes(organization.state) && (
          <LinkButton look="quiet" small href={`/organizations/${organization.id}`}>
            {t("admin.publicPage")}
          </LinkButton>
        )}
      </div>
    </>
  );
};
