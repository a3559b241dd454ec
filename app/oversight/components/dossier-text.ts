import { moneyText } from "~/ui/amount";
import type { Translator } from "~/words/translate";
import type { DossierFact, Missing } from "../rules/dossiers/content";
import { figureText } from "./figure-text";

/** What a fact is called, in the reader's language where its name belongs to the catalogue. */
export const factTitle = (fact: DossierFact, { language }: Pick<Translator, "language">): string =>
  fact.kind === "figure" ? (language === "en" ? fact.figure.title.en : fact.figure.title.zh) : fact.title;

/** What a fact says, in one line. */
export const factText = (fact: DossierFact, translator: Pick<Translator, "room">): string => {
  const t = translator.room("reports");
  switch (fact.kind) {
    case "figure":
      return t("dossier.figureOf", {
        value: figureText(fact.figure, fact.figure.unit, translator.room("indicators")),
        year: fact.year,
      });
    case "record":
      return fact.detail;
    case "amount":
      return [
        fact.by,
        ...(fact.fen === null ? [] : [t("dossier.yuan", { amount: moneyText(fact.fen) })]),
        ...(fact.hours === null ? [] : [t("dossier.hours", { count: fact.hours })]),
      ].join(" · ");
    case "meeting":
      return t("dossier.attended", { of: fact.of, count: fact.attended });
    case "resource":
      return t("dossier.used", { capacity: fact.capacity, sessions: fact.sessions, people: fact.people });
    case "programme":
      return t("dossier.seats", { count: fact.seats });
  }
};

/** What is missing of a want, in one line. */
export const missingText = (
  { least, have, withoutFile }: Missing,
  { room }: Pick<Translator, "room">,
): string => {
  const t = room("reports");
  return [
    ...(have < least ? [t("dossier.tooFew", { least, have })] : []),
    ...(withoutFile > 0 ? [t("dossier.withoutFile", { count: withoutFile })] : []),
  ].join("；");
};
