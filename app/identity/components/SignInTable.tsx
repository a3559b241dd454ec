import { ConfirmButton } from "~/ui/ConfirmButton";
import { type Column, DataTable } from "~/ui/DataTable";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { SignInRow } from "../sign-in-way";

type SignInTableProps = {
  signIns: readonly SignInRow[];
  now: string;
  /** Offers "this was not me": on one's own account only. */
  own?: boolean;
};

/** Recorded sign-ins, newest first: when, on which browser, roughly where, how; to be disowned by their owner. */
export const SignInTable = ({ signIns, now, own = false }: SignInTableProps) => {
  const t = useWords("identity");
  const device = (row: SignInRow): string =>
    row.browser && row.system
      ? t("account.deviceOn", { browser: row.browser, system: row.system })
      : (row.browser ?? row.system ?? t("account.unknownDevice"));
  const columns: Column<SignInRow>[] = [
    { key: "at", label: t("signIns.at"), lead: true, cell: (row) => <RelativeDate at={row.at} now={now} /> },
    {
      key: "device",
      label: t("account.device"),
      cell: (row) => (
        <>
          {device(row)} {row.newDevice && <StateBadge tone="wait" word={t("signIns.newDevice")} />}
        </>
      ),
    },
    {
      key: "network",
      label: t("account.address"),
      cell: (row) => <span className="num">{row.network ?? t("signIns.unknownPlace")}</span>,
    },
    { key: "by", label: t("signIns.by"), cell: (row) => t(`signIns.way.${row.by}`) },
  ];
  const disown: Column<SignInRow> = {
    key: "disown",
    label: t("signIns.disown"),
    cell: (row) =>
      row.current ? (
        <StateBadge tone="ok" word={t("account.thisOne")} />
      ) : (
        <form method="post">
          <HiddenField name="intent" value="disown" />
          <HiddenField name="signIn" value={row.id} />
          <ConfirmButton
            id={`disown-${row.id}`}
            label={t("signIns.disown")}
            question={t("signIns.disownQuestion")}
            look="quiet"
            small
          >
            <p>{t("signIns.disownText")}</p>
          </ConfirmButton>
        </form>
      ),
  };
  return (
    <DataTable
      caption={t("signIns.title")}
      captionHidden
      columns={own ? [...columns, disown] : columns}
      rows={signIns}
      rowKey={(row) => row.id}
      empty={<p className="meta mt-2">{t("signIns.none")}</p>}
    />
  );
};
