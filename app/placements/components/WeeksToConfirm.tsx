import type { FormState } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { useWords } from "~/words/use-words";
import type { WeekToConfirm } from "../week-rows.server";
import { WeekCorrection } from "./WeekCorrection";
import { DayLine } from "./WeekDays";
import { WeekBadge } from "./WeekRecordView";

const FORM = "confirm-weeks";

/** The weeks before a mentor: all chosen, one tap confirms them; each can be put right instead. */
export const WeeksToConfirm = ({
  weeks,
  state,
  fileHref,
}: {
  weeks: readonly WeekToConfirm[];
  state: FormState | null;
  fileHref: (week: WeekToConfirm) => string;
}) => {
  const t = useWords("followup");
  const open = weeks.filter((week) => week.state === "submitted");
  return (
    <>
      {open.length > 0 && (
        <form method="post" id={FORM} className="row mt-4">
          <input type="hidden" name="intent" value="confirm" />
          <Button>{t("confirm.all", { count: open.length })}</Button>
          <span className="note">{t("confirm.allHint")}</span>
        </form>
      )}
      <ul className="stack mt-6">
        {weeks.map((week) => (
          <li key={week.id} className="border-t pt-3">
            {week.state === "submitted" ? (
              <label className="choice">
                <input type="checkbox" name="week" value={week.id} form={FORM} defaultChecked />
                <span>
                  <b>{week.student}</b> <span className="num">{week.monday}</span>
                  <small>{week.title}</small>
                </span>
              </label>
            ) : (
              <p>
                <b>{week.student}</b> <span className="num">{week.monday}</span>{" "}
                <WeekBadge state={week.state} />
              </p>
            )}
            {week.lines && <p className="whitespace-pre-line">{week.lines}</p>}
            <p className="note">
              <DayLine hours={week.corrected ?? week.given} /> · {t("week.totalHours", { hours: week.total })}
              {week.night && ` · ${t("week.nightShort")}`}
            </p>
            {week.file && (
              <p>
                <a href={fileHref(week)}>{t("week.fileKept")}</a>
              </p>
            )}
            {week.state === "submitted" && <WeekCorrection week={week} state={state} />}
          </li>
        ))}
      </ul>
    </>
  );
};
