import { Button } from "~/ui/Button";
import { type Column, DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";

export type SessionRow = {
  id: string;
  browser: string | null;
  system: string | null;
  network: string | null;
  lastSeenAt: string;
  createdAt: string;
  current: boolean;
};

/** Where a person is signed in, each with the way to end it. */
export const SessionTable = ({ sessions, now }: { sessions: readonly SessionRow[]; now: string }) => {
  const t = useWords("identity");
  const device = (row: SessionRow): string =>
    row.browser && row.system
      ? t("account.deviceOn", { browser: row.browser, system: row.system })
      : (row.browser ?? row.system ?? t("account.unknownDevice"));
  const columns: Column<SessionRow>[] = [
    { key: "device", label: t("account.device"), lead: true, cell: device },
    {
      key: "network",
      label: t("account.address"),
      cell: (row) => <span className="num">{row.network ?? t("signIns.unknownPlace")}</span>,
    },
    {
      key: "seen",
      label: t("account.lastSeen"),
      cell: (row) => <RelativeDate at={row.lastSeenAt} now={now} />,
    },
    {
      key: "since",
      label: t("account.signedInAt"),
      cell: (row) => <RelativeDate at={row.createdAt} now={now} />,
    },
    {
      key: "end",
      label: t("account.revoke"),
      cell: (row) =>
        row.current ? (
          <StateBadge tone="ok" word={t("account.thisOne")} />
        ) : (
          <form method="post">
            <HiddenField name="intent" value="revoke" />
            <HiddenField name="session" value={row.id} />
            <Button look="quiet" small>
              {t("account.revoke")}
            </Button>
          </form>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("account.sessionsCaption")}
      captionHidden
      columns={columns}
      rows={sessions}
      rowKey={(row) => row.id}
    />
  );
};
