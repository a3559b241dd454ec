import { DueDate } from "~/ui/DueDate";
import { RelativeDate } from "~/ui/RelativeDate";
import { StateBadge } from "~/ui/StateBadge";
import { useTranslator, useWords } from "~/words/use-words";
import type { ApplicationLine } from "../application-lines.server";
import { APPLICATION_TONES } from "./application-tone";

/** Whose turn it is and what for, in one sentence; nothing once an application has ended. */
export const useTaskText = () => {
  const t = useWords("applications");
  const { language } = useTranslator();
  return ({ turn, task, host, student }: ApplicationLine): string | null => {
    if (!turn || !task) return null;
    const own = turn === "student" && student === null;
    const who = own ? t("side.you") : turn === "host" ? host || t("side.host") : t(`side.${turn}`);
    return `${who}${language === "en" ? ": " : "："}${t(`task.${task}`)}`;
  };
};

/** Applications one under another, each with its state, what happens next and by when. */
export const ApplicationRows = ({ items, now }: { items: readonly ApplicationLine[]; now: string }) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const taskText = useTaskText();
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id} className="item">
          <div>
            <h3>
              <a href={`/applications/${item.id}`}>
                {item.student ? `${item.student.name} · ${item.title}` : item.title}
              </a>
            </h3>
            <div className="meta">
              {[
                item.host,
                item.student && `${item.student.programme} ${item.student.className}`,
                t("row.dates", { from: item.startsOn, to: item.endsOn }),
                item.bySchool && t("row.school"),
              ]
                .filter(Boolean)
                .join(" · ")}
            </div>
            <div className="meta">
              {taskText(item) ?? (item.reason ? any(reasonKey(item)) : null)}
              {item.endedAt && (
                <>
                  {" "}
                  <RelativeDate at={item.endedAt} now={now} />
                </>
              )}
            </div>
          </div>
          <div className="item-figure flex flex-col items-end gap-1 font-normal">
            <StateBadge tone={APPLICATION_TONES[item.state]} word={t(`state.${item.state}`)} />
            {item.replyBy && <DueDate due={item.replyBy} now={now} />}
          </div>
        </li>
      ))}
    </ul>
  );
};

const HOUSE_REASONS = ["placed_elsewhere", "silent_host", "silent_student", "silent_guardian", "erased"];

/** The word of a stored reason: who gave it decides which list it is from. */
export const reasonKey = ({ state, reason }: Pick<ApplicationLine, "state" | "reason">): string =>
  HOUSE_REASONS.includes(reason ?? "")
    ? `applications.endedReason.${reason}`
    : state === "rejected"
      ? `applications.rejectReason.${reason}`
      : `applications.studentReason.${reason}`;
