import { moneyText } from "~/ui/amount";
import type { T } from "~/words/translate";
import type { IndicatorUnit } from "../rules/indicators/indicator";
import type { ToldFigure } from "../rules/indicators/told";

const grouped = (count: number): string => count.toLocaleString("en");

/** An amount of an indicator as people read it: "66.7%", "3,800 元", "12 人". */
export const amountText = (value: number, unit: IndicatorUnit, t: T<"indicators">): string => {
  const text =
    unit === "share" ? (value / 100).toFixed(1) : unit === "fen" ? moneyText(value) : grouped(value);
  return t(`unit.${unit}`, { value: text });
};

/** A figure as it is told, or why there is none. */
export const figureText = (figure: ToldFigure, unit: IndicatorUnit, t: T<"indicators">): string =>
  figure.state === "told" && figure.value !== null
    ? amountText(figure.value, unit, t)
    : t(`state.${figure.state}`);

/** Numerator and denominator of a share that is told; empty for everything else. */
export const fractionText = (figure: ToldFigure): string =>
  figure.state === "told" && figure.denominator !== null
    ? `${grouped(figure.numerator)} / ${grouped(figure.denominator)}`
    : "";
