import { Money } from "~/ui/Money";
import { ResultItem } from "~/ui/ResultItem";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { useWords } from "~/words/use-words";

type OpenListing = {
  id: string;
  title: string;
  seats: number | null;
  seatsTaken: number;
  startsOn: string | null;
  endsOn: string | null;
  payMinFen: number | null;
  payMaxFen: number | null;
};

/** What an organization offers or seeks now. */
export const OrganizationOffer = ({ listings }: { listings: readonly OpenListing[] }) => {
  const t = useWords("organizations");
  return (
    <Section title={t("public.listings")} id="listings">
      {listings.length === 0 && <p className="meta mt-3">{t("public.noListings")}</p>}
      {listings.map((listing) => (
        <ResultItem
          key={listing.id}
          title={listing.title}
          href={`/listings/${listing.id}`}
          {...(listing.payMinFen === null
            ? {}
            : {
                figure: <Money fen={listing.payMinFen} toFen={listing.payMaxFen} per={t("public.month")} />,
              })}
          tags={
            <>
              {listing.seats !== null && (
                <Tag>{t("people", { total: Math.max(0, listing.seats - listing.seatsTaken) })}</Tag>
              )}
              {listing.startsOn && (
                <Tag>{[listing.startsOn, listing.endsOn].filter(Boolean).join(" – ")}</Tag>
              )}
            </>
          }
        />
      ))}
    </Section>
  );
};
