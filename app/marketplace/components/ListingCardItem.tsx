import { MATCH_WEIGHTS } from "~/matching/rules/weights";
import { type MatchPart, MatchReasons } from "~/ui/MatchReasons";
import { Money } from "~/ui/Money";
import { ResultItem } from "~/ui/ResultItem";
import { Tag } from "~/ui/Tag";
import { dayText, relativeText } from "~/ui/when";
import type { T, Translator } from "~/words/translate";
import { useTranslator, useWords } from "~/words/use-words";
import type { ListingCard } from "../queries/listing-cards.server";

const BP = 10_000;

const fitPart = ({ fit }: ListingCard, { any }: Translator): MatchPart[] => {
  if (!fit) return [];
  const way = fit.basis === "official" ? "official" : fit.score >= 0.5 ? "near" : "far";
  const fact = any(`matching.fit.${way}`, { ...fit, percent: Math.round(fit.score * 100) });
  return [{ id: "fit", label: any("matching.part.fit"), score: Math.round(fit.score * BP), fact }];
};

const payPart = ({ payMinFen, samePostPayFen }: ListingCard, { any }: Translator): MatchPart[] => {
  if (!payMinFen || !samePostPayFen) return [];
  const percent = Math.round((payMinFen * 100) / samePostPayFen);
  const score = Math.min(BP, percent * 100);
  return [
    {
      id: "pay",
      label: any("listings.search.facet.pay"),
      score,
      fact: any("listings.search.pay80Fact", { percent }),
    },
  ];
};

const replyPart = ({ reply }: ListingCard, { any }: Translator): MatchPart[] => {
  if (!reply) return [];
  const { answered, due } = reply;
  const rate = Math.round((answered * 100) / due);
  const way = due < MATCH_WEIGHTS.fewCases ? "few" : "known";
  const fact = any(`matching.replyRate.${way}`, { answered, due, rate });
  return [{ id: "reply", label: any("matching.part.replyRate"), score: rate * 100, fact }];
};

export const kmText = (km: number, t: T<"listings">): string =>
  km < 1 ? t("search.kmUnder") : t("search.km", { km: km < 10 ? km.toFixed(1) : String(Math.round(km)) });

/** Seats, and how many are left once some are taken. */
export const seatsText = (seats: number | null, left: number | null, t: T<"listings">): string | false =>
  seats !== null &&
  (left === null || left === seats ? t("search.seatsAll", { seats }) : t("search.seats", { seats, left }));

/** One listing in a list: whose, how far, how many seats, what it pays, and why it may suit. */
export const ListingCardItem = ({
  card,
  now,
  showKind = true,
  near = null,
}: {
  card: ListingCard;
  now: string;
  showKind?: boolean;
  /** Where the reader searched from, carried on so that the listing's page says the same distance. */
  near?: string | null;
}) => {
  const t = useWords("listings");
  const translator = useTranslator();
  const { seats, seatsLeft, distanceKm, payMinFen } = card;
  const meta = [
    card.organization.name,
    distanceKm === null ? card.place : kmText(distanceKm, t),
    seatsText(seats, seatsLeft, t),
    card.startsOn && t("search.starts_on", { date: dayText(card.startsOn, now, translator.language) }),
    card.confirmedAt &&
      t("search.confirmed", { when: relativeText(card.confirmedAt, now, translator.language) }),
  ].filter(Boolean);
  const parts = [...fitPart(card, translator), ...payPart(card, translator), ...replyPart(card, translator)];
  const tags = [
    showKind && t(`kind.${card.kind}`),
    card.direction === "seek" && t("direction.seek"),
    ...card.majors,
    card.lodging && t("search.lodging"),
    card.minorsWelcome && t("search.minors"),
  ].filter((tag) => typeof tag === "string");
  return (
    <ResultItem
      title={card.title}
      href={`/listings/${card.id}${near ? `?near=${encodeURIComponent(near)}` : ""}`}
      meta={meta.join(" · ")}
      figure={payMinFen !== null && <Money fen={payMinFen} toFen={card.payMaxFen} per={t("perShort")} />}
      why={parts.length > 0 && <MatchReasons parts={parts} />}
      tags={tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}
    />
  );
};
