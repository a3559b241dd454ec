import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { LinkButton } from "~/ui/LinkButton";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { OrganizationKind, Role } from "../actor";

export type OrganizationRow = {
  membershipId: string;
  version: number;
  id: string;
  name: string;
  kind: OrganizationKind;
  role: Role;
  acting: boolean;
};

/** The organizations a person belongs to: which one they act for, switching, leaving. */
export const OrganizationChoice = ({ organizations }: { organizations: readonly OrganizationRow[] }) => {
  const t = useWords("identity");
  if (organizations.length === 0) {
    return (
      <EmptyState
        title={t("account.noOrganization")}
        action={<LinkButton href="/register">{t("signIn.register")}</LinkButton>}
      >
        <p>{t("account.noOrganizationText")}</p>
      </EmptyState>
    );
  }
  return (
    <ul>
      {organizations.map((row) => (
        <li key={row.id} className="item items-center">
          <div>
            <h3>{row.name}</h3>
            <div className="meta">
              {t(`kind.${row.kind}`)} · {t(`role.${row.role}`)}
            </div>
          </div>
          <div className="row">
            {row.acting ? (
              <StateBadge tone="act" word={t("account.acting")} />
            ) : (
              <form method="post" action="/account/organization">
                <HiddenField name="organization" value={row.id} />
                <HiddenField name="returnTo" value="/account?done=switched" />
                <Button look="ghost" small>
                  {t("account.act")}
                </Button>
              </form>
            )}
            <form method="post">
              <HiddenField name="intent" value="leave" />
              <HiddenField name="membership" value={row.membershipId} />
              <HiddenField name="version" value={row.version} />
              <ConfirmButton
                id={`leave-${row.membershipId}`}
                label={t("account.leave")}
                question={t("account.leaveQuestion", { organization: row.name })}
                look="quiet"
                small
              >
                <p>{t("account.leaveText")}</p>
              </ConfirmButton>
            </form>
          </div>
        </li>
      ))}
    </ul>
  );
};
