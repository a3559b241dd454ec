import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
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
    <div className="stack mt-3">
      {days.map(({ day, sessions }) => (
        <Section
          key={day}
          level={3}
          id={`day-${day}`}
          title={<span className="num">{`${day} ${weekday(day)}`}</span>}
        >
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
        </Section>
      ))}
    </div>
  );
};
