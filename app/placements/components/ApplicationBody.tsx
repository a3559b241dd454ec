import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";
import type { ApplicationPage } from "../queries/application-page.server";
import { PlaceTerms } from "./PlaceTerms";
import { ProfileFacts } from "./ProfileFacts";

const StudentFacts = ({ page }: { page: ApplicationPage }) => {
  const t = useWords("applications");
  const { student, side } = page;
  return (
    <Facts
      facts={[
        {
          label: t("page.name"),
          value:
            side === "school" ? (
              <a href={`/organization/students/${student.id}`}>{student.name}</a>
            ) : (
              student.name
            ),
        },
        { label: t("page.school"), value: student.school },
        { label: t("page.programme"), value: `${student.programme} · ${student.className}` },
        {
          label: t("page.age"),
          value: `${student.age === null ? "–" : t("page.years", { age: student.age })} · ${t(`page.${student.sex}`)}`,
        },
        ...(side === "host"
          ? [{ label: t("page.phone"), value: student.phone ?? t("page.phoneLater") }]
          : []),
      ]}
    />
  );
};

/** What is offered, read before it is answered. */
export const OfferSection = ({ page }: { page: ApplicationPage }) => {
  const t = useWords("applications");
  if (!page.terms) return null;
  return (
    <Section id="offer" title={t("page.offer")}>
      <PlaceTerms terms={page.terms} />
      {page.offerNote && (
        <p className="mt-3 whitespace-pre-line">
          <b>{t("page.offerNote")}</b> {page.offerNote}
        </p>
      )}
    </Section>
  );
};

/** What an application holds: the student and what they wrote. */
export const ApplicationBody = ({ page }: { page: ApplicationPage }) => {
  const t = useWords("applications");
  return (
    <>
      {page.side !== "student" && (
        <Section id="student" title={t("page.student")}>
          <StudentFacts page={page} />
        </Section>
      )}
      {page.message && (
        <Section id="message" title={t("page.message")}>
          <p className="mt-3 whitespace-pre-line">{page.message}</p>
        </Section>
      )}
      <Section
        id="profile"
        title={t("page.profile")}
        aside={page.side === "student" && <a href="/account/profile">{t("profile.change")}</a>}
      >
        {page.profile ? (
          <ProfileFacts profile={page.profile} fileBase={`/applications/${page.id}/files`} />
        ) : (
          <p className="meta mt-3">{t("profile.none")}</p>
        )}
      </Section>
    </>
  );
};
