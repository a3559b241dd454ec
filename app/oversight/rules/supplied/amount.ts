export type AmountRead =
  | {
      readonly ok: true;
      readonly hundredths: number;
      /** written otherwise than with plain digits: the reader is shown how it was read */
      readonly noted: "fullWidth" | "grouped" | null;
    }
  | { readonly ok: false; readonly key: AmountError };

export type AmountError =
  | "percent"
  | "grouping"
  | "negative"
  | "twoDecimals"
  | "whole"
  | "tooLarge"
  | "notANumber";

const MOST = 1e12;

/**
 * An amount as people type it. Goes in: the text and whether a fraction makes sense. Comes out: hundredths, with a note where
 * full-width digits or thousands separators were read; refuses percentages (numerator and denominator are asked for),
 * commas out of place, words, negative amounts, more than two decimals. House rule.
 */
export const readAmount = (text: string, { decimals }: { decimals: boolean }): AmountRead => {
  const wrong = (key: AmountError): AmountRead => ({ ok: false, key });
  const narrow = text.normalize("NFKC").replace(/\s/g, "");
  if (/[%‰]$/.test(narrow)) return wrong("percent");
  if (/^[-−]\d/.test(narrow)) return wrong("negative");
  const isGrouped = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(narrow);
  if (!isGrouped && /^[\d,]+(\.\d+)?$/.test(narrow) && narrow.includes(",")) return wrong("grouping");
  const bare = isGrouped ? narrow.replaceAll(",", "") : narrow;
  if (!/^\d+(\.\d+)?$/.test(bare)) return wrong("notANumber");
  const [whole = "0", part = ""] = bare.split(".");
  const fraction = part.replace(/0+$/, "");
  if (fraction.length > 2) return wrong("twoDecimals");
  if (fraction !== "" && !decimals) return wrong("whole");
  if (Number(whole) > MOST) return wrong("tooLarge");
  return {
    ok: true,
    hundredths: Number(whole) * 100 + Number(fraction.padEnd(2, "0")),
    noted: isGrouped ? "grouped" : narrow === text.trim() ? null : "fullWidth",
  };
};
