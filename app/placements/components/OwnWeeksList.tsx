import { DataTable } from "~/ui/DataTable";
import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { OwnWeeks } from "../queries/own-weeks.server";
import { WeekBadge } from "./WeekRecordView";

type Placements = (OwnWeeks & { kind: "own" })["placements"];
type Week = Placements[number]["weeks"][number];

/** A table's worth of weeks as a list that reads on a phone: which week, its state, its hours. */
export const WeekList = ({
  placementId,
  weeks,
  mayWrite,
}: {
  placementId: string;
  weeks: readonly Week[];
  mayWrite: boolean;
}) => {
  const t = useWords("followup");
  return (
    <DataTable
      caption={t("title")}
      captionHidden
      rows={weeks}
      rowKey={(week) => week.monday}
      columns={[
        {
          key: "week",
          label: t("list.week"),
          lead: true,
          cell: ({ monday, record }) => (
            <span className="num">
              {record || mayWrite ? (
                <a href={`/weeks/${placementId}/${monday}`}>{t("list.from", { monday })}</a>
              ) : (
                t("list.from", { monday })
              )}
            </span>
          ),
        },
        {
          key: "state",
          label: t("list.state"),
          cell: ({ missing, record }) => (
            <WeekBadge state={record?.state ?? (missing ? "missing" : "none")} />
          ),
        },
        {
          key: "hours",
          label: t("list.hours"),
          numeric: true,
          cell: ({ record }) => <span className="num">{record ? record.total : "—"}</span>,
        },
      ]}
    />
  );
};

/** A student's placements with their weeks; the one next thing to write on top. */
export const OwnWeeksList = ({ placements, mayWrite }: { placements: Placements; mayWrite: boolean }) => {
  const t = useWords("followup");
  const { any } = useTranslator();
  return (
    <div className="stack">
      {placements.map((placement) => {
        const next = placement.weeks.find((week) => week.record === null);
        return (
          <Section
            key={placement.id}
            id={`weeks-${placement.id}`}
            title={`${placement.host} · ${placement.title}`}
          >
            <p className="row mt-2 mb-4">
              {mayWrite && next && (
                <LinkButton href={`/weeks/${placement.id}/${next.monday}`}>
                  {t("list.write", { monday: next.monday })}
                </LinkButton>
              )}
              <LinkButton look="quiet" href={`/placements/${placement.id}/concern`}>
                {any("concerns.tab")}
              </LinkButton>
            </p>
            <WeekList placementId={placement.id} weeks={placement.weeks} mayWrite={mayWrite} />
          </Section>
        );
      })}
    </div>
  );
};
