import { LinkButton } from "~/ui/LinkButton";
import { Section } from "~/ui/Section";
import { StateBadge, type Tone } from "~/ui/StateBadge";
import { useWords } from "~/words/use-words";
import type { ApplicationPage } from "../queries/application-page.server";

const TONES: Record<ApplicationPage["interviews"][number]["state"], Tone> = {
  proposed: "wait",
  confirmed: "ok",
  change_asked: "wait",
  replaced: "neutral",
  cancelled: "bad",
};

/** The appointments of an application, the newest first, with the calendar file of the newest. */
export const InterviewList = ({ page }: { page: ApplicationPage }) => {
  const t = useWords("applications");
  if (page.interviews.length === 0) return null;
  return (
    <Section
      id="interview"
      title={t("interview.title")}
      aside={
        <LinkButton href={`/applications/${page.id}/interview.ics`} look="quiet" small icon="download">
          {t("act.calendar")}
        </LinkButton>
      }
    >
      <ul>
        {page.interviews.map((one) => (
          <li key={one.id} className="item">
            <div>
              <h3 className="num">{t("interview.at", { on: one.on, time: one.time })}</h3>
              <div className="meta">
                {[t(`way.${one.way}`), one.place, t("interview.minutes", { minutes: one.minutes })].join(
                  " · ",
                )}
              </div>
              {one.note && <div className="meta whitespace-pre-line">{one.note}</div>}
              {one.wish && <div className="meta">{t("interview.wish", { wish: one.wish })}</div>}
            </div>
            <div className="item-figure font-normal">
              <StateBadge tone={TONES[one.state]} word={t(`interview.state.${one.state}`)} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
};
