import { Button } from "~/ui/Button";
import { FindingList } from "~/ui/FindingList";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { ListingDraft } from "../queries/listing-draft.server";
import { SameListings } from "./SameListings";

type ListingCheckStepProps = {
  draft: ListingDraft;
  check: NonNullable<ListingDraft["check"]>;
  /** What was typed as the reason in a refused attempt. */
  reason?: string;
  reasonError?: string;
};

/** The last step: what is still empty, what the rules say, the reason a warning asks for, and the verb. */
export const ListingCheckStep = ({ draft, check, reason, reasonError }: ListingCheckStepProps) => {
  const t = useWords("listings");
  const open = check.findings.filter(({ verdict }) => verdict !== "pass");
  const kept = check.findings.filter(({ verdict }) => verdict === "pass");
  const { any } = useTranslator();
  const repeats = check.same.some(({ why }) => why === "own");
  const stops = open.some(({ verdict }) => verdict === "block" || verdict === "missing");
  const ready = check.missing.length === 0 && !stops;
  return (
    <div className="stack mt-5">
      {check.missing.length > 0 ? (
        <Section title={t("edit.missingTitle", { total: check.missing.length })} id="missing">
          <ul className="mt-2 columns-2">
            {check.missing.map(({ name, href }) => (
              <li key={name} className="min-h-9 content-center">
                {href ? <a href={href}>{t(`field.${name}.label`)}</a> : t(`field.${name}.label`)}
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Notice tone="ok">{t("edit.complete")}</Notice>
      )}
      {check.findings.length === 0 ? (
        <p className="meta">{t("edit.noRules")}</p>
      ) : (
        <Section title={t("detail.findings")} id="findings">
          {stops && check.missing.length === 0 && <Notice tone="bad">{t("edit.blocked")}</Notice>}
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
      )}
      {!draft.verified && (
        <Notice tone="wait">
          {t("edit.unverified")} <a href="/organization">{t("edit.toProfile")}</a>
        </Notice>
      )}
      <SameListings same={check.same} choice />
      <form method="post" className="form">
        <HiddenField name="version" value={draft.version} />
        {(check.verdict === "warn" || repeats) && (
          <TextArea
            name="reason"
            label={check.verdict === "warn" ? t("edit.reason") : any("freshness.same.reason")}
            hint={check.verdict === "warn" ? t("edit.reasonHint") : any("freshness.same.choice")}
            required
            maxLength={500}
            defaultValue={reason ?? check.reason}
            error={reasonError}
          />
        )}
        <div className="form-end">
          {draft.verified && ready && <Button>{t("edit.publish")}</Button>}
          <LinkButton href={`/listings/${draft.id}`} look="quiet">
            {t("edit.preview")}
          </LinkButton>
        </div>
      </form>
    </div>
  );
};
