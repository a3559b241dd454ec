import type { OpenPart, OpenTrack } from "~/matching/rules/completion-share";
import { Facts } from "~/ui/Facts";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

/** What earlier placements at an enterprise came to: each figure with what it was divided from, small cells hidden. */
export const TrackRecord = ({ track }: { track: OpenTrack }) => {
  const t = useWords("matches");
  if (track.kind !== "shown") {
    return (
      <Section id="track" title={t("track.title")}>
        <p className="meta mt-3">{t(track.kind === "none" ? "track.none" : "track.few")}</p>
      </Section>
    );
  }
  const of = (part: OpenPart) =>
    part.hidden
      ? t("track.hidden")
      : t("track.part", {
          part: part.part,
          whole: part.whole,
          percent: Math.round((part.part / part.whole) * 100),
        });
  const { completed } = track;
  return (
    <Section id="track" title={t("track.title")}>
      <Facts
        facts={[
          {
            label: t("track.completed"),
            value: t(completed.hidden ? "track.shareAbout" : "track.share", {
              percent: track.sharePercent,
              ended: track.ended,
              completed: completed.hidden ? 0 : completed.part,
            }),
          },
          { label: t("track.retained"), value: of(track.retained) },
          { label: t("track.matched"), value: of(track.matched) },
          {
            label: t("track.pay"),
            value:
              track.payFindings === null
                ? t("track.payFew")
                : t("track.payCount", { count: track.payFindings }),
          },
        ]}
      />
      <p className="note">{t("track.how")}</p>
    </Section>
  );
};
