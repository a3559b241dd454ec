import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { scoreText } from "../fact-text";
import type { TransferPageData } from "../queries/transfer-page.server";

/** What is on record: the counselling, the consents, the scores, the decisions, and the registration. */
export const TransferRecord = ({ page }: { page: TransferPageData }) => {
  const t = useWords("transfers");
  const { any } = useTranslator();
  const { counselling, standing, registration } = page;
  return (
    <>
      {counselling && (
        <Section id="counselling" title={t("page.counselling")}>
          <p className="mt-3">{t("compare.held", counselling)}</p>
          <p>{counselling.note}</p>
          <p className="note">{t("compare.fingerprint", { hash: counselling.shownHash.slice(0, 16) })}</p>
        </Section>
      )}
      {standing && page.state !== "draft" && (
        <Section id="consents" title={t("page.consents")}>
          <Facts
            facts={[
              { label: t("consent.student"), value: t(`consent.who.${standing.student}`) },
              { label: t("consent.guardian"), value: t(`consent.who.${standing.guardian}`) },
            ]}
          />
          <p className="note">{t("page.link")}</p>
        </Section>
      )}
      {page.parts.length > 0 && (
        <Section id="assessment" title={t("page.assessment")}>
          <Facts
            facts={page.parts.map((one) => ({
              label: any(`transferRules.part.${one.part}`),
              value: t("assessment.average", { mean: scoreText(one.meanBp), count: one.count }),
            }))}
          />
        </Section>
      )}
      {page.decisions.length > 0 && (
        <Section id="decisions" title={t("page.decisions")}>
          <Facts
            facts={page.decisions.map((one, index) => ({
              label: `${index + 1} · ${any(`transfers.decision.${one.step}`)}`,
              value: `${any(`transfers.decision.${one.outcome}`)} · ${one.name}${one.reason ? ` · ${one.reason}` : ""}`,
            }))}
          />
        </Section>
      )}
      {registration && (
        <Section id="record" title={t("page.record")}>
          <Facts
            facts={[
              {
                label: t("page.registered"),
                value: `${registration.registered} · ${t("page.since", { from: registration.fromOn })}`,
              },
              { label: t("page.studying"), value: registration.studying },
              { label: t("page.diploma"), value: registration.diploma },
              ...(page.creditsNote ? [{ label: t("field.creditsNote"), value: page.creditsNote }] : []),
            ]}
          />
        </Section>
      )}
    </>
  );
};
