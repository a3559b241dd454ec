import { FindingList, type FindingView } from "~/ui/FindingList";
import { Section } from "~/ui/Section";
import { useWords } from "~/words/use-words";

/** What the rules said of a listing when it was published: what was explained first, what is kept folded away. */
export const ListingFindings = ({
  findings,
  reason,
}: {
  findings: readonly FindingView[];
  reason: string | null;
}) => {
  const t = useWords("listings");
  const kept = findings.filter(({ verdict }) => verdict === "pass");
  const open = findings.filter(({ verdict }) => verdict !== "pass");
  const none = findings.length === 0;
  return (
    <Section
      title={t("detail.findings")}
      id="findings"
      aside={!none && t("detail.findingsSummary", { pass: kept.length, warn: open.length })}
    >
      <p className="meta mt-2">{t(none ? "detail.findingsNone" : "detail.findingsText")}</p>
      {reason && <p className="mt-2">{t("detail.reason", { reason })}</p>}
      {open.length > 0 && <FindingList findings={open} />}
      {kept.length > 0 && (
        <details>
          <summary className="min-h-11 content-center text-sm text-qing">
            {t("edit.kept", { total: kept.length })}
          </summary>
          <FindingList findings={kept} />
        </details>
      )}
    </Section>
  );
};
