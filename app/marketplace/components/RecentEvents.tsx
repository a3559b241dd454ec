import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { RecentEvent } from "../queries/recent-events.server";

/** What happened lately, in the reader's words, as the recorded events tell it. */
export const RecentEvents = ({ events, now }: { events: readonly RecentEvent[]; now: string }) => {
  const t = useWords("workspace");
  const { any, language } = useTranslator();
  const tell = (event: RecentEvent): string => {
    const worded = Object.entries(event.worded).map(([name, key]) => [name, any(key)] as const);
    const text = any(event.key, { ...event.values, ...Object.fromEntries(worded) });
    const what = event.what ? ` “${event.what}”` : "";
    if (!event.who) return `${text}${what}`;
    return language === "en" ? `${event.who}: ${text}${what}` : `${event.who}${text}${what}`;
  };
  return (
    <Section id="recent" title={t("recent")}>
      {events.length === 0 ? (
        <p className="meta mt-3">{t("nothingRecent")}</p>
      ) : (
        <div className="mt-4">
          <Timeline
            now={now}
            entries={events.map((event) => ({
              id: event.id,
              at: event.at,
              text: tell(event),
              kind: event.kind,
            }))}
          />
        </div>
      )}
    </Section>
  );
};
