import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { NumberField } from "~/ui/form/NumberField";
import { useTranslator, useWords } from "~/words/use-words";
import { DAYS } from "../rules/weeks";

/** Hours of seven days, Monday first; `prefix` keeps ids apart where a page holds several. */
export const DayFields = ({
  hours,
  state,
  prefix = "",
}: {
  hours: readonly number[] | null;
  state: FormState | null;
  prefix?: string;
}) => {
  const t = useWords("followup");
  const { any } = useTranslator();
  return (
    <fieldset className="field">
      <legend>{t("week.hours")}</legend>
      <p className="hint">{t("week.hoursHint")}</p>
      <div className="grid grid-cols-2 gap-x-4 md:grid-cols-4">
        {DAYS.map((day) => (
          <NumberField
            key={day}
            id={`${prefix}d${day}`}
            name={`d${day}`}
            label={t(`day.d${day}`)}
            unit={t("week.hourUnit")}
            step={0.5}
            min={0}
            max={24}
            required={false}
            defaultValue={shown(state, `d${day}`, hours?.[day] || null)}
            error={errorFor(state, `d${day}`, any)}
          />
        ))}
      </div>
    </fieldset>
  );
};

/** What a week holds in one line: the days at work and the sum. */
export const DayLine = ({ hours }: { hours: readonly number[] }) => {
  const t = useWords("followup");
  const worked = DAYS.filter((day) => (hours[day] ?? 0) > 0);
  return (
    <span className="num">
      {worked.length === 0
        ? t("week.noHours")
        : worked.map((day) => `${t(`day.d${day}`)} ${hours[day]}`).join(" · ")}
    </span>
  );
};
