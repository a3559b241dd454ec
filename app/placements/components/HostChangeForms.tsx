import { ConsentWording } from "~/identity/components/ConsentWording";
import { MatchParts } from "~/marketplace/components/MatchParts";
import { errorFor, type FormState, shown } from "~/platform/http/form-state";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { DateField } from "~/ui/form/DateField";
import { HiddenField } from "~/ui/form/HiddenField";
import { SelectField } from "~/ui/form/SelectField";
import { TextArea } from "~/ui/form/TextArea";
import { Money } from "~/ui/Money";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { CHANGE_REASONS } from "../host-change-schema";
import type { HostChangePage } from "../queries/host-change-page.server";

import { PlaceTerms } from "./PlaceTerms";

type Props = { page: HostChangePage; state: FormState | null };

/** The school chooses where a record goes on: places with their reasons, the day, why. */
export const ProposeChange = ({ page, state, submissionKey }: Props & { submissionKey: string }) => {
  const t = useWords("life");
  const { any } = useTranslator();
  if (page.offers.length === 0) {
    return (
      <EmptyState level={2} title={t("change.noOffers")}>
        <p>
          {t("change.noOffersText")} <a href="/matches">{t("change.toMatches")}</a>
        </p>
      </EmptyState>
    );
  }
  const chosen = shown(state, "listing", page.offers[0]?.listingId);
  return (
    <Section id="propose" title={t("change.propose")}>
      <form method="post" className="form">
        <HiddenField name="intent" value="propose" />
        <HiddenField name="submissionKey" value={submissionKey} />
        <fieldset className="field">
          <legend>{t("change.where")}</legend>
          {page.offers.map((offer) => (
            <div key={offer.listingId} className="border-t py-3">
              <label className="choice">
                <input
                  type="radio"
                  name="listing"
                  value={offer.listingId}
                  defaultChecked={chosen === offer.listingId}
                />
                <span>
                  <b>{offer.hostName}</b>
                  <small>
                    {offer.title} · {t("change.offered", offer.offered)}
                    {offer.terms.payMonthlyFen !== null && (
                      <>
                        {" · "}
                        <Money fen={offer.terms.payMonthlyFen} />
                      </>
                    )}
                  </small>
                </span>
              </label>
              <MatchParts match={offer} />
            </div>
          ))}
        </fieldset>
        <DateField
          name="startsOn"
          label={t("change.startsOn")}
          hint={t("change.startsOnHint")}
          min={page.today}
          max={page.lastDay}
          required
          defaultValue={shown(state, "startsOn", page.today)}
          error={errorFor(state, "startsOn", any)}
        />
        <SelectField
          name="reason"
          label={t("change.reason")}
          required
          options={CHANGE_REASONS.map((code) => ({
            value: code,
            label: any(`placements.reasonCode.${code}`),
          }))}
          defaultValue={shown(state, "reason")}
          error={errorFor(state, "reason", any)}
        />
        <TextArea
          name="note"
          label={t("change.note")}
          hint={t("change.noteHint")}
          rows={2}
          maxLength={500}
          defaultValue={shown(state, "note")}
        />
        <Button>{t("change.ask")}</Button>
      </form>
    </Section>
  );
};

/** An open proposal: its terms and whose word it waits for; the student agrees or not, the school may take it back. */
export const OpenChange = ({ page }: { page: HostChangePage }) => {
  const t = useWords("life");
  const { any } = useTranslator();
  const { open } = page;
  if (!open) return null;
  const waits = open.state === "asked" ? "student" : open.waitsForGuardian ? "guardian" : "house";
  return (
    <Section id="open" title={t("change.to", { host: open.host.name })}>
      <p className="meta my-3">
        {any(`placements.reasonCode.${open.reason}`)}
        {open.note && ` · ${open.note}`}
      </p>
      <Notice tone="wait">{t(`change.waits.${waits}`)}</Notice>
      {open.terms ? (
        <PlaceTerms terms={open.terms} host={open.host} />
      ) : (
        <Notice tone="bad">{t("change.errors.gone")}</Notice>
      )}
      {page.mayAnswer && (
        <>
          <ConsentWording wording={open.wording} />
          <p className="my-3">{t("change.yours")}</p>
        </>
      )}
      <div className="row mt-4">
        {(["agree", "decline", "withdraw"] as const)
          .filter((intent) => (intent === "withdraw" ? page.mayWithdraw : page.mayAnswer))
          .map((intent) => (
            <form key={intent} method="post">
              <HiddenField name="intent" value={intent} />
              <HiddenField name="change" value={open.id} />
              <HiddenField name="version" value={open.version} />
              <Button look={intent === "agree" ? "primary" : "ghost"}>{t(`change.act.${intent}`)}</Button>
            </form>
          ))}
      </div>
    </Section>
  );
};
