import { ResultItem } from "~/ui/ResultItem";
import { StateBadge } from "~/ui/StateBadge";
import { Tag } from "~/ui/Tag";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { CardItem } from "../queries/cards-list.server";
import { groundsText, OUTCOME_TONES } from "./card-words";

/** Cards one below the other: whose programme, which colour, because of what, what is next. */
export const CardList = ({ items, authority }: { items: readonly CardItem[]; authority: boolean }) => {
  const t = useWords("cards");
  const { language } = useTranslator();
  const next = (item: CardItem): string => {
    if (item.publishedOn && item.state === "published")
      return t("list.published", { date: absoluteText(item.publishedOn, language) });
    if (item.state === "withdrawn") return item.withdrawReason ?? "";
    if (item.state !== "draft") return "";
    return item.answers > 0 || !item.answerBy
      ? t("list.answered")
      : t("list.answerBy", { date: absoluteText(item.answerBy, language) });
  };
  return items.map((item) => (
    <ResultItem
      key={item.id}
      href={`/oversight/cards/${item.id}`}
      title={item.name}
      meta={[authority ? `${item.school} · ${item.place}` : item.majorCode, next(item)]
        .filter((text) => text !== "")
        .join(" · ")}
      why={
        item.grounds.length > 0 && (
          <p className="text-sm">{t("list.grounds", { list: groundsText(item.grounds, language) })}</p>
        )
      }
      tags={
        <>
          <StateBadge tone={OUTCOME_TONES[item.outcome]} word={t(`outcome.${item.outcome}`)} />
          {item.state !== "kept" && <Tag>{t(`state.${item.state}`)}</Tag>}
        </>
      }
    />
  ));
};
