import { ConsentWording } from "~/identity/components/ConsentWording";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { FindingList } from "~/ui/FindingList";
import { CheckboxField } from "~/ui/form/CheckboxField";
import { HiddenField } from "~/ui/form/HiddenField";
import { TextArea } from "~/ui/form/TextArea";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import type { ApplyPage } from "../queries/apply-page.server";
import { PlaceTerms } from "./PlaceTerms";
import { ProfileFacts } from "./ProfileFacts";

type ApplyFormProps = { page: ApplyPage; state: FormState | null; submissionKey: string };

/** Why nothing can be submitted, before anything is typed. */
const Stopped = ({ page }: { page: ApplyPage }) => {
  const t = useWords("applications");
  if (page.again) {
    return (
      <Notice tone="wait">
        {t("errors.again")} <a href={`/applications/${page.again}`}>{t("act.open")}</a>
      </Notice>
    );
  }
  if (page.busy) return <Notice tone="bad">{t("errors.overlap", page.busy)}</Notice>;
  return page.blocked ? <Notice tone="bad">{t("apply.blocked")}</Notice> : null;
};

/** A student's own application: the terms and the rules first, then what is shared, then the yes. */
export const ApplyForm = ({ page, state, submissionKey }: ApplyFormProps) => {
  const t = useWords("applications");
  const { any } = useTranslator();
  const possible = !page.blocked && !page.again && !page.busy;
  return (
    <div className="cols">
      <div className="stack">
        <Stopped page={page} />
        {page.from && <p className="meta">{t("apply.came", { title: page.from.title })}</p>}
        <Section id="terms" title={t("apply.terms")}>
          <PlaceTerms terms={page.terms} host={page.listing.host} />
        </Section>
        {page.findings.length > 0 && (
          <Section id="rules" title={t("apply.rules")}>
            <p className="meta my-3">{t("apply.rulesText")}</p>
            <FindingList findings={page.findings} />
          </Section>
        )}
        <Section
          id="what"
          title={t("apply.what")}
          aside={<a href="/account/profile">{t(page.profile ? "profile.change" : "profile.write")}</a>}
        >
          {page.profile ? (
            <ProfileFacts profile={page.profile} fileBase="/account/profile/files" />
          ) : (
            <p className="meta my-3">{t("profile.none")}</p>
          )}
        </Section>
        {possible && (
          <form method="post" data-draft={`apply-${page.listing.id}`}>
            <HiddenField name="submissionKey" value={submissionKey} />
            <HiddenField name="listing" value={page.listing.id} />
            {page.from && <HiddenField name="from" value={page.from.id} />}
            <TextArea
              name="message"
              label={t("apply.message")}
              hint={t("apply.messageHint")}
              rows={4}
              maxLength={1000}
              error={errorFor(state, "message", any)}
              defaultValue={shown(state, "message")}
            />
            <ConsentWording wording={page.wording} />
            <CheckboxField
              name="consent"
              label={t("apply.consent")}
              required
              error={errorFor(state, "consent", any)}
            />
            <Button>{t("act.submit")}</Button>
          </form>
        )}
      </div>
      <aside className="stack">
        <Section id="next" title={t("apply.next")}>
          <p className="meta mt-3">
            {t(page.minor ? "apply.nextMinor" : "apply.nextAdult", { days: page.days })}
          </p>
          {page.minor && !page.guardianReachable && <Notice tone="wait">{t("apply.noGuardian")}</Notice>}
        </Section>
      </aside>
    </div>
  );
};
