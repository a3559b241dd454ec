import { Facts } from "~/ui/Facts";
import { FindingList, type FindingView } from "~/ui/FindingList";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import type { Translator } from "~/words/translate";
import { useTranslator, useWords } from "~/words/use-words";
import type { Verified } from "../queries/verification.server";
import { chineseNumber } from "../rules/numbering";
import type { PublicCheck, Where } from "../rules/public-check";

/** Where something does not hold, in words. */
export const whereText = (where: Where, { any, language }: Pick<Translator, "any" | "language">): string => {
  const { kind, ...values } = where;
  if (where.kind !== "clause") return any(`agreements.place.${kind}`, values as Record<string, string>);
  const number = language === "en" ? where.index : chineseNumber(where.index);
  return any("agreements.place.clause", { number, title: where.title });
};

const valuesOf = (check: PublicCheck, language: Translator["language"]) => {
  const { at, ...values } = check.values;
  return at ? { ...values, at: absoluteText(String(at), language) } : values;
};

/** Each check as a finding: what holds, and where something does not. */
export const checkFindings = (
  checks: readonly PublicCheck[],
  translator: Pick<Translator, "any" | "language">,
): FindingView[] =>
  checks.map((check, index) => ({
    id: `${index}`,
    verdict: check.holds ? "pass" : "block",
    sentence: translator.any(`agreements.check.${check.key}`, valuesOf(check, translator.language)),
    verified: true,
    source: check.where
      ? whereText(check.where, translator)
      : translator.any(`agreements.verifyPage.${check.holds ? "holdsWord" : "brokenWord"}`),
  }));

/** What a sealed document is worth today. */
const Standing = ({ standing }: Pick<Verified, "standing">) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  if (standing.of === "document") return <p>{any(`agreements.verifyPage.standing.${standing.standing}`)}</p>;
  return (
    <p>
      {standing.isEffective
        ? t("verifyPage.ended", { state: any(`agreements.state.${standing.state}`) })
        : standing.effectiveOrdinal !== null &&
          t("verifyPage.superseded", { ordinal: standing.effectiveOrdinal })}
    </p>
  );
};

/** What anybody may know of a sealed document, and whether every byte of it is as it was sealed. */
export const VerificationReport = ({ found }: { found: Verified }) => {
  const t = useWords("agreements");
  const translator = useTranslator();
  const { verification, standing, code } = found;
  const { holds, checks, parties, startsOn, endsOn, sealedAt, platformFingerprint } = verification;
  return (
    <div className="stack">
      <Notice tone={holds ? "ok" : "bad"}>{t(holds ? "verifyPage.holds" : "verifyPage.broken")}</Notice>
      <Facts
        facts={[
          ...(parties.length > 0 ? [{ label: t("verifyPage.parties"), value: parties.join("、") }] : []),
          ...(startsOn
            ? [
                {
                  label: t("verifyPage.period"),
                  value: <span className="num">{`${startsOn} — ${endsOn}`}</span>,
                },
              ]
            : []),
          {
            label: t("verifyPage.sealedAt"),
            value: sealedAt ? absoluteText(sealedAt, translator.language) : "",
          },
          { label: t("verifyPage.code"), value: <span className="num">{code}</span> },
          {
            label: t("verifyPage.fingerprint"),
            value: <span className="num break-all">{platformFingerprint}</span>,
          },
        ]}
      />
      <Standing standing={standing} />
      <Section id="checks" title={t("verifyPage.result")}>
        <FindingList findings={checkFindings(checks, translator)} />
      </Section>
      <p className="note">{t("verifyPage.offline")}</p>
    </div>
  );
};
