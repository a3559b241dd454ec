import { useTranslator } from "~/words/use-words";
import { creditText, shareText } from "../credit-text";
import type { Sentence } from "../rules/convert";

/** Values of sentences that are kept in hundredths. */
const IN_HUNDREDTHS = ["minimum", "most", "has", "whole"];

/** Sentences, credits and names of owed items in the reader's words. */
export const useCreditWords = () => {
  const { any, room } = useTranslator();
  const t = room("credits");
  const value = (key: string, name: string, raw: string | number): string | number => {
    if (typeof raw !== "number") return raw;
    if (name === "share") return shareText(raw);
    const centi = IN_HUNDREDTHS.includes(name) || (name === "grade" && key.startsWith("credits.why."));
    return centi ? creditText(raw) : raw;
  };
  return {
    sentence: ({ key, values }: Sentence): string =>
      any(
        key,
        Object.fromEntries(Object.entries(values).map(([name, raw]) => [name, value(key, name, raw)])),
      ),
    credits: (centi: number): string => t("unit", { credits: creditText(centi) }),
    owedName: (item: { kind: string; code: string; name: string }): string =>
      item.kind === "exam" ? t("examItem", { name: any(`credits.exam.${item.code}`) }) : item.name,
  };
};
