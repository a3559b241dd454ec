import { civilDate } from "~/platform/time/clock";
import { Button } from "~/ui/Button";
import { HiddenField } from "~/ui/form/HiddenField";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { agreementTab } from "../queries/agreement-tab.server";

type Tab = NonNullable<Awaited<ReturnType<typeof agreementTab>>>;

/** Who has signed and who has not; once sealed, how anybody can check it. */
export const AgreementParties = ({ tab }: { tab: Tab }) => {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { document } = tab;
  if (!document) return null;
  return (
    <Section id="parties" title={t("agreement.parties")}>
      <StateBadge
        tone={document.state === "sealed" ? (document.standing === "in_force" ? "ok" : "neutral") : "act"}
        word={any(
          `placements.documentState.${document.state === "sealed" ? document.standing : document.state}`,
        )}
      />
      <ul className="my-3">
        {tab.parties.map((party) => (
          <li key={`${party.kind}:${party.id}`} className="my-2">
            <b>{party.name}</b>
            <div className="note num">
              {party.signedAt
                ? t("agreement.signedOn", { date: civilDate(new Date(party.signedAt)) })
                : t("agreement.notSigned")}
            </div>
          </li>
        ))}
      </ul>
      {document.state === "sealed" && (
        <ul>
          <li>
            <a href={`/verify/${document.code}`}>{t("agreement.verify", { code: document.code })}</a>
          </li>
          {document.hasPdf && (
            <li>
              <a href={`/placements/${tab.id}/agreement.pdf`}>{t("agreement.pdf")}</a>
            </li>
          )}
        </ul>
      )}
      {document.state === "signing" && tab.as !== "student" && tab.as !== "guardian" && (
        <p>
          <a href="/placements/sign">{t("sign.title")}</a>
        </p>
      )}
    </Section>
  );
};

/** The student's own informed consent to this internship. */
export const ConsentToInternship = () => {
  const t = useWords("placements");
  return (
    <Section id="consent" title={t("consent.title")}>
      <p className="my-2">{t("consent.text")}</p>
      <form method="post">
        <HiddenField name="intent" value="consent" />
        <Button>{t("consent.action")}</Button>
      </form>
    </Section>
  );
};
