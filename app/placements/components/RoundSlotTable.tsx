import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { StateBadge } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";

type Slot = {
  id: string;
  code: string;
  title: string;
  listingId: string;
  host: string;
  capacity: number;
  first: number;
  all: number;
  ranked: boolean;
  withdrawnFor: string | null;
};

/** The slots of a round with how wanted each is; a host's own lead to where it orders the students. */
export const RoundSlotTable = ({
  slots,
  roundId,
  own,
  caption,
}: {
  slots: readonly Slot[];
  roundId: string;
  own: boolean;
  caption: string;
}) => {
  const t = useWords("rounds");
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={slots}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t("page.noSlots")} />}
      columns={[
        {
          key: "title",
          label: t("slot.title"),
          lead: true,
          cell: (slot) => (
            <>
              <a href={own ? `/rounds/${roundId}/slots/${slot.id}` : `/listings/${slot.listingId}`}>
                {slot.title}
              </a>
              <div className="note">
                {slot.code} · {slot.host}
              </div>
              {slot.withdrawnFor && (
                <div className="note">{t("slot.withdrawn", { reason: slot.withdrawnFor })}</div>
              )}
            </>
          ),
        },
        { key: "seats", label: t("slot.seats"), numeric: true, cell: ({ capacity }) => capacity },
        { key: "first", label: t("slot.first"), numeric: true, cell: ({ first }) => first },
        { key: "all", label: t("slot.all"), numeric: true, cell: ({ all }) => all },
        {
          key: "ranked",
          label: t("slot.ranked"),
          cell: ({ ranked, withdrawnFor }) =>
            withdrawnFor ? (
              t("list.none")
            ) : (
              <StateBadge tone={ranked ? "ok" : "neutral"} word={t(ranked ? "slot.yes" : "slot.usual")} />
            ),
        },
      ]}
    />
  );
};
