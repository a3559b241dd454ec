import type { SealedContent } from "~/agreements/rules/sealed-content";
import { translatorFor } from "~/words/translator.server";
import { creditText, shareText } from "./credit-text";
import type { TableLine } from "./rules/convert";

type School = { id: string; name: string };

/** One line as it is printed in the document both schools sign. */
const itemOf = (line: TableLine, index: number): SealedContent["items"][number] => {
  const t = translatorFor("zh-CN").room("credits");
  const destination = line.destinationCode
    ? t("document.destination", {
        code: line.destinationCode,
        name: line.destinationName ?? "",
        credits: creditText(line.destinationCenti),
      })
    : "";
  const condition =
    line.type === "similar"
      ? t("document.condition", { grade: creditText(line.minimumCenti), share: shareText(line.shareBp) })
      : "";
  const major = line.majorCode ? t("document.major", { major: line.majorCode }) : "";
  return {
    id: `line-${index + 1}`,
    label: `${line.sourceCode} ${line.sourceName}（${creditText(line.sourceCenti)}）`.slice(0, 80),
    value: [t(`type.${line.type}`), destination, condition, major].filter(Boolean).join("；"),
  };
};

/**
 * The text of one version as both schools sign it: every line as a fact, and the two rules a reader needs. Goes in: the
 * schools, the version's number and days, and its lines. Comes out: the content of a sealed document; it names no person.
 */
export const tableContent = (given: {
  from: School;
  to: School;
  ordinal: number;
  validFrom: string;
  until: string;
  lines: readonly TableLine[];
}): SealedContent => {
  const t = translatorFor("zh-CN").room("credits");
  const { from, to, ordinal, validFrom, until, lines } = given;
  return {
    heading: t("document.heading"),
    title: t("document.title", { from: from.name, to: to.name, ordinal }).slice(0, 120),
    startsOn: validFrom,
    endsOn: until,
    parties: [
      { kind: "organization", id: from.id, name: from.name, role: t("document.from") },
      { kind: "organization", id: to.id, name: to.name, role: t("document.to") },
    ],
    items: lines.map(itemOf),
    clauses: [
      { id: "scope", title: t("document.scopeTitle"), text: t("document.scope") },
      { id: "versions", title: t("document.versionsTitle"), text: t("document.versions") },
    ],
    references: [],
  };
};
