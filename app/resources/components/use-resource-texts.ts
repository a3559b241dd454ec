import { useWords } from "~/words/use-words";
import { timeOf, weekdayOf } from "../rules/sessions";

type Hours = { day: string; fromMinute: number; toMinute: number };
const WEEKDAYS = ["d1", "d2", "d3", "d4", "d5", "d6", "d7"] as const;

/** Ages, days and hours of sessions as this room writes them, in the reader's language. */
export const useResourceTexts = () => {
  const t = useWords("resources");
  const weekday = (day: string) => t(`weekday.${WEEKDAYS[weekdayOf(day) - 1] ?? "d1"}`);
  const hours = ({ fromMinute, toMinute }: Omit<Hours, "day">) => `${timeOf(fromMinute)}–${timeOf(toMinute)}`;
  return {
    weekday,
    hours,
    when: (at: Hours) => `${at.day} ${weekday(at.day)} ${hours(at)}`,
    ages: (min: number | null, max: number | null) => {
      if (min !== null && max !== null) return t("ages.between", { min, max });
      if (min !== null) return t("ages.from", { min });
      return max !== null ? t("ages.upTo", { max }) : t("ages.any");
    },
  };
};
