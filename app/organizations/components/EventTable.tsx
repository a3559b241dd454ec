import type { ReactNode } from "react";
import { DataTable } from "~/ui/DataTable";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { EventItem } from "../shapes";

/** Events as they are stored: when, who, which, about what. */
export const EventTable = ({ events, empty }: { events: readonly EventItem[]; empty: ReactNode }) => {
  const t = useWords("admin");
  const { language } = useTranslator();
  return (
    <DataTable
      caption={t("events.title")}
      captionHidden
      rows={events}
      rowKey={(event) => event.id}
      empty={empty}
      columns={[
        { key: "what", label: t("events.what"), lead: true, cell: (event) => event.name },
        { key: "when", label: t("events.when"), cell: (event) => absoluteText(event.at, language) },
        { key: "who", label: t("events.who"), cell: (event) => event.actor },
        {
          key: "subject",
          label: t("events.subject"),
          cell: (event) => (
            <a href={`/admin/events?type=${event.subjectType}&id=${event.subjectId}`}>
              {event.subjectType} #{event.sequence}
            </a>
          ),
        },
        {
          key: "payload",
          label: t("events.payload"),
          cell: (event) => <code className="text-xs break-all">{event.payload}</code>,
        },
      ]}
    />
  );
};
