import { ConfirmButton } from "~/ui/ConfirmButton";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { HiddenField } from "~/ui/form/HiddenField";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";

type Row = {
  id: string;
  name: string;
  prefix: string;
  scopes: string[];
  createdByName: string;
  createdAt: string;
  lastUsedAt: string | null;
  expiresAt: string | null;
  state: "active" | "revoked" | "expired";
  calls: number;
  records: number;
};

type KeyTableProps = { keys: readonly Row[]; quota: { calls: number; records: number }; now: string };

const TONES = { active: "ok", revoked: "neutral", expired: "wait" } as const;

/** The keys with what each did last and how much of today's quota it used; the way to end one. */
export const KeyTable = ({ keys, quota, now }: KeyTableProps) => {
  const t = useWords("machines");
  return (
    <DataTable
      caption={t("keys.title")}
      captionHidden
      rows={keys}
      rowKey={(key) => key.id}
      empty={
        <EmptyState level={3} title={t("keys.none")}>
          <p>{t("keys.noneText")}</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          label: t("keys.name"),
          lead: true,
          cell: (key) => (
            <>
              {key.name}
              <div className="note">
                <code>{key.prefix}…</code> ·{" "}
                {key.scopes.map((scope) => t(`keys.scope.${scope as "read"}`)).join(" · ")}
              </div>
            </>
          ),
        },
        {
          key: "state",
          label: t("keys.state"),
          cell: (key) => <StateBadge tone={TONES[key.state]} word={t(`keys.states.${key.state}`)} />,
        },
        {
          key: "used",
          label: t("keys.lastUsed"),
          cell: (key) => (key.lastUsedAt ? <RelativeDate at={key.lastUsedAt} now={now} /> : t("keys.never")),
        },
        {
          key: "quota",
          label: t("keys.today"),
          cell: (key) => (
            <span className="num">
              {t("keys.calls", { used: key.calls, most: quota.calls })}
              <br />
              {t("keys.records", { used: key.records, most: quota.records })}
            </span>
          ),
        },
        {
          key: "made",
          label: t("keys.made"),
          cell: (key) => (
            <>
              {key.createdByName} · <RelativeDate at={key.createdAt} now={now} />
              {key.expiresAt && key.state === "active" && (
                <div className="note">
                  {t("keys.until")} <RelativeDate at={key.expiresAt} now={now} />
                </div>
              )}
            </>
          ),
        },
        {
          key: "end",
          label: t("keys.action"),
          cell: (key) =>
            key.state === "active" && (
              <form method="post">
                <HiddenField name="id" value={key.id} />
                <ConfirmButton
                  id={`revoke-${key.id}`}
                  label={t("keys.revoke")}
                  question={t("keys.revokeQuestion", { name: key.name })}
                  small
                  name="intent"
                  value="revoke"
                />
              </form>
            ),
        },
      ]}
    />
  );
};
