import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { Role } from "../actor";

export type InvitationRow = {
  id: string;
  email: string;
  role: Role;
  sentAt: string;
  expiresAt: string;
  expired: boolean;
};

/** Invitations that wait for an answer: send again with a new link, or take back. */
export const InvitationTable = ({
  invitations,
  now,
}: {
  invitations: readonly InvitationRow[];
  now: string;
}) => {
  const t = useWords("identity");
  const act = (row: InvitationRow, intent: "resend" | "withdraw") => (
    <form method="post">
      <HiddenField name="intent" value={intent} />
      <HiddenField name="invitation" value={row.id} />
      <Button
        look={intent === "resend" ? "ghost" : "quiet"}
        small
        aria-label={`${t(`members.${intent}`)} ${row.email}`}
      >
        {t(`members.${intent}`)}
      </Button>
    </form>
  );
  const columns: Column<InvitationRow>[] = [
    {
      key: "email",
      label: t("members.email"),
      lead: true,
      cell: (row) => <span className="break-all">{row.email}</span>,
    },
    { key: "role", label: t("members.role"), cell: (row) => t(`role.${row.role}`) },
    { key: "sent", label: t("members.sentAt"), cell: (row) => <RelativeDate at={row.sentAt} now={now} /> },
    {
      key: "expires",
      label: t("members.expires"),
      cell: (row) =>
        row.expired ? (
          <StateBadge tone="wait" word={t("members.expired")} />
        ) : (
          <RelativeDate at={row.expiresAt} now={now} />
        ),
    },
    {
      key: "act",
      label: t("members.change"),
      cell: (row) => (
        <div className="row">
          {act(row, "resend")}
          {act(row, "withdraw")}
        </div>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("members.invitationsCaption")}
      captionHidden
      columns={columns}
      rows={invitations}
      rowKey={(row) => row.id}
    />
  );
};
