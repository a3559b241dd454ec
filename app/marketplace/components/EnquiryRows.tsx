import { LinkButton } from "~/ui/LinkButton";
import { RelativeDate } from "~/ui/RelativeDate";
import { ResultItem } from "~/ui/ResultItem";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { TodoItem } from "~/ui/TodoItem";
import { dayText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { EnquiryListItem, EnquiryTab } from "../queries/enquiry-list.server";
import type { EnquiryState } from "../rules/enquiry-lifecycle";

export const ENQUIRY_TONES: Record<EnquiryState, Tone> = {
  open: "act",
  accepted: "ok",
  declined: "neutral",
  expired: "bad",
  withdrawn: "neutral",
};

/** Who, how many, when: one line. */
const useFacts = (now: string) => {
  const t = useWords("enquiries");
  const { language } = useTranslator();
  return (item: EnquiryListItem): string =>
    [
      t(item.received ? "row.from" : "row.to", { name: item.other }),
      item.seats !== null && t("row.seats", { seats: item.seats }),
      item.startsOn &&
        item.endsOn &&
        t("row.dates", {
          from: dayText(item.startsOn, now, language),
          to: dayText(item.endsOn, now, language),
        }),
      item.reminded && t("row.reminded"),
    ]
      .filter(Boolean)
      .join(" · ");
};

type EnquiryRowsProps = { items: readonly EnquiryListItem[]; tab: EnquiryTab; now: string };

/** The enquiries of one tab: open ones with what is left of their time and the one action, ended ones with their end. */
export const EnquiryRows = ({ items, tab, now }: EnquiryRowsProps) => {
  const t = useWords("enquiries");
  const factsOf = useFacts(now);
  if (tab === "ended") {
    return items.map((item) => (
      <ResultItem
        key={item.id}
        href={`/enquiries/${item.id}`}
        title={item.subject}
        meta={factsOf(item)}
        tags={
          <>
            <StateBadge
              tone={ENQUIRY_TONES[item.state as EnquiryState]}
              word={t(`state.${item.state as EnquiryState}`)}
            />
            {item.endedAt && (
              <span className="note">
                <RelativeDate at={item.endedAt} now={now} />
              </span>
            )}
          </>
        }
      />
    ));
  }
  return items.map((item) => (
    <TodoItem
      key={item.id}
      due={item.replyBy}
      now={now}
      title={<a href={`/enquiries/${item.id}`}>{item.subject}</a>}
      meta={factsOf(item)}
      action={
        <LinkButton href={`/enquiries/${item.id}`} small look={tab === "ours" ? "primary" : "ghost"}>
          {t(tab === "ours" ? "act.answer" : "act.view")}
          <span className="sr-only"> {item.subject}</span>
        </LinkButton>
      }
    />
  ));
};
