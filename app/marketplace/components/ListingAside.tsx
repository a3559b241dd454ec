import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import type { ListingDetail } from "../queries/listing-detail.server";
import { STALE_REASON } from "../rules/freshness";
import { ListingMoves } from "./ListingMoves";

type ListingAsideProps = { listing: ListingDetail; now: string; submissionKey: string | null };

const KINDS: Record<string, "key" | "bad"> = { published: "key", reopened: "key", returned: "bad" };

/** Beside a listing: for its owner what can be done and what happened, for others how its owner answers. */
export const ListingAside = ({ listing, now, submissionKey }: ListingAsideProps) => {
  const t = useWords("listings");
  const { any } = useTranslator();
  const { reply, publishedAt, confirmedAt, history } = listing;
  return (
    <aside className="stack">
      {listing.own && submissionKey && (
        <Section title={t("move.manage")} id="manage">
          <p className="meta my-3">
            {listing.pausedReason === "silence"
              ? t("mine.silence")
              : listing.pausedReason === STALE_REASON
                ? t("mine.pausedStale")
                : t("detail.ownNotice")}
          </p>
          <ListingMoves
            id={listing.id}
            version={listing.version}
            moves={listing.moves}
            submissionKey={submissionKey}
            confirmable={listing.state === "published" && listing.moves.length > 0}
          />
        </Section>
      )}
      <div className="meta">
        {!listing.own && listing.state === "published" && <p>{t("detail.contactText")}</p>}
        <p>{reply ? t("detail.replyKnown", reply) : t("detail.replyNone")}</p>
        {publishedAt && (
          <p>
            {t("detail.published")} <RelativeDate at={publishedAt} now={now} />
          </p>
        )}
        {confirmedAt && (
          <p>
            {t("detail.confirmed")} <RelativeDate at={confirmedAt} now={now} />
          </p>
        )}
      </div>
      {listing.state === "published" && (listing.openUntil || listing.startsOn) && (
        <p className="meta">
          <a href={`/listings/${listing.id}/dates.ics`}>{any("seen.addDates")}</a>
        </p>
      )}
      {history.length > 0 && (
        <Section title={t("detail.history")} id="history">
          <Timeline
            now={now}
            entries={history.map(({ id, name, at, by }) => ({
              id,
              at,
              text: any(`listings.events.${name}`),
              detail: by,
              kind: KINDS[name] ?? "plain",
            }))}
          />
        </Section>
      )}
    </aside>
  );
};
