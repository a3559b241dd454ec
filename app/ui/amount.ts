/**
 * An amount in fen (whole number) as people type yuan: "3800", "3800.50". No grouping, so it can be typed back.
 * House rule: whole yuan carry no decimals.
 */
export const yuanText = (fen: number): string => {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const rest = Math.abs(fen) % 100;
  return `${fen < 0 ? "-" : ""}${whole}${rest ? `.${String(rest).padStart(2, "0")}` : ""}`;
};

/** An amount in fen as people read it: "3,800", "3,800.50". */
export const moneyText = (fen: number): string =>
  yuanText(fen).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
