import { config } from "~/platform/config/config.server";
import type { SharedPage } from "~/platform/http/open-graph";
import { sharedPage } from "~/platform/http/shared-page.server";
import type { Translator } from "~/words/translate";
import type { ListingDetail } from "./queries/listing-detail.server";
import { jobPosting } from "./rules/job-posting";
import { workBasedProgram } from "./rules/work-based-program";

const POSTED = ["apprenticeship", "internship"];

/**
 * What the head of a listing's page says to others: how it is shown where its address is passed on, and for places offered
 * to learners what search engines read (a JobPosting and a WorkBasedProgram). In: the listing as its page shows it.
 */
export const listingHead = (
  listing: ListingDetail,
  t: Translator,
): { shared: SharedPage; scripts: string[] } => {
  const { id, title, summary, kind, organization, place, publishedAt } = listing;
  const { baseUrl } = config();
  const url = `${baseUrl}/listings/${id}`;
  const kindName = t.any(`listings.kind.${kind}`);
  const facts = { kind: kindName, organization: organization.name, place };
  const shared = sharedPage(`/listings/${id}`, {
    title,
    description: summary || t.any("seen.listingDescription", facts),
    site: t.any("seen.site"),
    type: "article",
    language: t.language,
  });
  const posted = listing.state === "published" && listing.direction === "offer" && POSTED.includes(kind);
  if (!posted || !publishedAt) return { shared, scripts: [] };
  const posting = jobPosting({ ...listing, organization: organization.name, address: "", publishedAt, url });
  const program = workBasedProgram({
    ...listing,
    kind: kindName,
    organization: organization.name,
    organizationUrl: `${baseUrl}/organizations/${organization.id}`,
    seats: listing.seatsLeft,
    url,
  });
  return { shared, scripts: [posting, program] };
};
