import { Button } from "~/ui/Button";
import { ConfirmButton } from "~/ui/ConfirmButton";
import { type Column, DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";
import type { Role } from "../actor";
import { RoleField } from "./RoleField";

export type MemberRow = {
  id: string;
  version: number;
  name: string;
  email: string;
  role: Role;
  since: string;
  self: boolean;
};

type MemberTableProps = {
  members: readonly MemberRow[];
  roles: readonly Role[];
  mayManage: boolean;
  now: string;
};

/** The members of an organization; owners change roles and remove in the row. */
export const MemberTable = ({ members, roles, mayManage, now }: MemberTableProps) => {
  const t = useWords("identity");
  const role = (row: MemberRow) =>
    mayManage ? (
      <form method="post" className="flex gap-2">
        <HiddenField name="intent" value="role" />
        <HiddenField name="membership" value={row.id} />
        <HiddenField name="version" value={row.version} />
        <RoleField
          id={`role-${row.id}`}
          roles={roles}
          label={t("members.changeFor", { name: row.name })}
          defaultValue={row.role}
          bare
        />
        <Button look="quiet" aria-label={t("members.changeFor", { name: row.name })}>
          {t("members.change")}
        </Button>
      </form>
    ) : (
      t(`role.${row.role}`)
    );
  const columns: Column<MemberRow>[] = [
    {
      key: "name",
      label: t("members.person"),
      lead: true,
      cell: (row) => (
        <>
          {row.name} {row.self && <Tag>{t("members.you")}</Tag>}
        </>
      ),
    },
    {
      key: "email",
      label: t("members.email"),
      cell: (row) => <span className="break-all">{row.email}</span>,
    },
    { key: "role", label: t("members.role"), cell: role },
    { key: "since", label: t("members.since"), cell: (row) => <RelativeDate at={row.since} now={now} /> },
  ];
  if (mayManage) {
    columns.push({
      key: "end",
      label: t("members.end"),
      cell: (row) =>
        row.self ? (
          <a href="/account#organizations">{t("account.leave")}</a>
        ) : (
          <form method="post">
            <HiddenField name="intent" value="end" />
            <HiddenField name="membership" value={row.id} />
            <HiddenField name="version" value={row.version} />
            <ConfirmButton
              id={`end-${row.id}`}
              label={t("members.end")}
              question={t("members.endQuestion", { name: row.name })}
              look="quiet"
            >
              <p>{t("members.endText")}</p>
            </ConfirmButton>
          </form>
        ),
    });
  }
  return (
    <DataTable
      caption={t("members.caption")}
      captionHidden
      columns={columns}
      rows={members}
      rowKey={(row) => row.id}
    />
  );
};
