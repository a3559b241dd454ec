import { DataTable } from "~/ui/DataTable";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { roundResult } from "../queries/round-result.server";

type Slot = Awaited<ReturnType<typeof roundResult>>["slots"][number];

/** Who goes where, slot by slot, with the seats that stay empty. */
export const MatchedSlots = ({ slots }: { slots: readonly Slot[] }) => {
  const t = useWords("rounds");
  return (
    <Section id="slots" title={t("result.bySlot")}>
      <DataTable
        caption={t("result.bySlot")}
        captionHidden
        rows={slots}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "slot",
            label: t("slot.title"),
            lead: true,
            cell: ({ title, host, code, withdrawnFor }) => (
              <>
                {title}
                <div className="note">
                  {code} · {host}
                </div>
                {withdrawnFor && <div className="note">{t("slot.withdrawn", { reason: withdrawnFor })}</div>}
              </>
            ),
          },
          {
            key: "students",
            label: t("page.students"),
            cell: ({ students }) =>
              students.length === 0
                ? t("result.nobody")
                : students.map(({ name, rank }) => t("result.studentRank", { name, rank })).join("、"),
          },
          {
            key: "seats",
            label: t("slot.seats"),
            numeric: true,
            cell: ({ capacity, asked }) => (
              <>
                {capacity}
                {capacity < asked && (
                  <div className="note">{t("result.reduced", { seats: capacity, asked })}</div>
                )}
              </>
            ),
          },
          { key: "left", label: t("slot.left"), numeric: true, cell: ({ left }) => left },
        ]}
      />
    </Section>
  );
};
