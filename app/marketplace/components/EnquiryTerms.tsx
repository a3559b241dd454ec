import { type Fact, Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { EnquiryPageView } from "../queries/enquiry-page.server";

/** The terms on the table and who put them forward; once accepted, with the contact. */
export const EnquiryTerms = ({ page }: { page: EnquiryPageView }) => {
  const t = useWords("enquiries");
  const { language } = useTranslator();
  const day = (date: string) => absoluteText(date, language);
  const { terms, accepted, listing, programme, other } = page;
  const { seats, startsOn, endsOn } = terms;
  const dates =
    startsOn && endsOn
      ? t("row.dates", { from: day(startsOn), to: day(endsOn) })
      : startsOn
        ? t("terms.from", { from: day(startsOn) })
        : endsOn
          ? t("terms.to", { to: day(endsOn) })
          : t("terms.none");
  const facts: Fact[] = [
    { label: t("terms.seats"), value: seats === null ? t("terms.none") : t("row.seats", { seats }) },
    { label: t("terms.dates"), value: dates },
    { label: t("terms.programme"), value: programme?.name ?? t("terms.none") },
  ];
  if (listing) {
    facts.push({ label: t("terms.listing"), value: <a href={`/listings/${listing.id}`}>{listing.title}</a> });
  }
  if (!accepted) {
    return (
      <Section
        id="terms"
        title={t("terms.title")}
        aside={terms.byUs ? t("terms.byUs") : t("terms.byThem", { name: other.name })}
      >
        <Facts facts={facts} />
      </Section>
    );
  }
  const acceptor = accepted.byId === other.id ? other.name : t("messages.us");
  facts.push({
    label: t("accepted.contact"),
    value: (
      <>
        {accepted.contactName} <a href={`tel:${accepted.contactPhone}`}>{accepted.contactPhone}</a>
      </>
    ),
  });
  if (accepted.note) facts.push({ label: t("accepted.note"), value: accepted.note });
  return (
    <Section
      id="terms"
      title={t("accepted.title")}
      aside={t("accepted.on", { name: acceptor, date: day(accepted.on) })}
    >
      <Facts facts={facts} />
      <p className="meta mt-3">{t("accepted.next")}</p>
    </Section>
  );
};
