import { Facts } from "~/ui/Facts";
import { FindingList, type FindingView } from "~/ui/FindingList";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import type { Translator } from "~/words/translate";
import { useTranslator, useWords } from "~/words/use-words";
import type { Frozen } from "../rules/freeze";
import { chineseNumber } from "../rules/numbering";
import type { CheckResult, Verification } from "../rules/verify";

/** Where something does not hold, in words: "clause:c1" becomes its number and title. */
export const placeText = (
  place: string,
  frozen: Frozen | null,
  { any, language }: Pick<Translator, "any" | "language">,
): string => {
  const [kind = "", rest = ""] = place.split(/:(.*)/s);
  const say = (key: string, values: Record<string, string | number> = {}) =>
    any(`agreements.place.${key}`, values);
  if (kind === "clause") {
    const index = frozen?.content?.clauses?.findIndex((one) => one.id === rest) ?? -1;
    return say("clause", {
      number: language === "en" ? index + 1 : chineseNumber(index + 1),
      title: frozen?.content.clauses[index]?.title ?? rest,
    });
  }
  if (kind === "commitment")
    return say("commitment", {
      title: frozen?.content?.commitments?.find((one) => one.id === rest)?.title ?? rest,
    });
  if (kind === "event") return say("event", { sequence: rest });
  if (["signature", "pdf", "seal", "platformKey", "key", "frozen"].includes(kind)) return say(kind);
  return say("field", { name: place });
};

const valuesOf = (result: CheckResult, language: Translator["language"]) => {
  const { at, ...values } = result.values;
  return at ? { ...values, at: absoluteText(String(at), language) } : values;
};

/** Each check as a finding: what holds, and where something does not. */
export const checkFindings = (
  results: readonly CheckResult[],
  frozen: Frozen | null,
  translator: Pick<Translator, "any" | "language">,
): FindingView[] =>
  results.map((result, index) => ({
    id: `${index}`,
    verdict: result.holds ? "pass" : "block",
    sentence: translator.any(`agreements.check.${result.key}`, valuesOf(result, translator.language)),
    verified: true,
    source: result.place
      ? placeText(result.place, frozen, translator)
      : translator.any(`agreements.verifyPage.${result.holds ? "holdsWord" : "brokenWord"}`),
  }));

const masked = (name: string): string =>
  `${[...name][0] ?? ""}${"*".repeat(Math.max(1, [...name].length - 1))}`;

type Props = {
  verification: Verification;
  state: string;
  isEffective: boolean;
  effectiveOrdinal: number | null;
  code: string;
};

/** What anybody may know of a sealed agreement, and whether every byte of it is as it was sealed. */
export const VerificationReport = ({ verification, state, isEffective, effectiveOrdinal, code }: Props) => {
  const t = useWords("agreements");
  const translator = useTranslator();
  const { frozen, seal, results, holds } = verification;
  const shown = results.map((one) =>
    typeof one.values.name === "string" && one.values.name
      ? { ...one, values: { ...one.values, name: masked(one.values.name) } }
      : one,
  );
  return (
    <div className="stack">
      <Notice tone={holds ? "ok" : "bad"}>{t(holds ? "verifyPage.holds" : "verifyPage.broken")}</Notice>
      {frozen && (
        <Facts
          facts={[
            {
              label: t("verifyPage.parties"),
              value: frozen.content.parties.map((party) => party.name).join("、"),
            },
            {
              label: t("verifyPage.period"),
              value: <span className="num">{`${frozen.content.startsOn} — ${frozen.content.endsOn}`}</span>,
            },
            {
              label: t("verifyPage.sealedAt"),
              value: seal ? absoluteText(seal.sealedAt, translator.language) : "",
            },
            { label: t("verifyPage.code"), value: <span className="num">{code}</span> },
            {
              label: t("verifyPage.fingerprint"),
              value: <span className="num break-all">{verification.platformFingerprint}</span>,
            },
          ]}
        />
      )}
      <p>
        {isEffective
          ? t("verifyPage.ended", { state: translator.any(`agreements.state.${state}`) })
          : effectiveOrdinal !== null && t("verifyPage.superseded", { ordinal: effectiveOrdinal })}
      </p>
      <Section id="checks" title={t("verifyPage.result")}>
        <FindingList findings={checkFindings(shown, frozen, translator)} />
      </Section>
      <p className="note">{t("verifyPage.offline")}</p>
    </div>
  );
};
