import { LinkButton } from "~/ui/LinkButton";
import { useWords } from "~/words/use-words";
import type { ResourcePage } from "../queries/resource-page.server";
import { useResourceTexts } from "./use-resource-texts";

type Session = ResourcePage["days"][number]["sessions"][number];

const Standing = ({ session }: { session: Session }) => {
  const t = useWords("resources");
  if (session.state === "cancelled") return <>{t("page.cancelled", { reason: session.reason ?? "" })}</>;
  if (session.left <= 0) return <>{t("page.full")}</>;
  const seats = t("page.left", { left: session.left, seats: session.seats });
  return <>{session.bookable ? seats : `${t("page.over")} · ${seats}`}</>;
};

/** Four weeks of sessions, day by day, with the seats left and the way to book each. */
export const SessionCalendar = ({
  days,
  from,
  pickable,
  picked,
}: {
  days: ResourcePage["days"];
  from: string;
  pickable: boolean;
  picked: string | null;
}) => {
  const t = useWords("resources");
  const { weekday, hours } = useResourceTexts();
  return (
    <div className="mt-3 grid gap-x-10 gap-y-5 lg:grid-cols-2">
      {days.map(({ day, sessions }) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`} className="num text-base">{`${day} ${weekday(day)}`}</h3>
          <ul className="grid gap-2 mt-2">
            {sessions.map((session) => (
              <li key={session.id} className="between items-center">
                <span>
                  <b className="num">{hours(session)}</b>{" "}
                  <span className="meta">
                    <Standing session={session} />
                  </span>
                </span>
                {pickable && session.bookable && session.id !== picked && (
                  <LinkButton
                    small
                    look="ghost"
                    href={`?from=${from}&slot=${session.id}#slot`}
                    aria-label={`${t("page.pick")} ${day} ${hours(session)}`}
                  >
                    {t("page.pick")}
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
