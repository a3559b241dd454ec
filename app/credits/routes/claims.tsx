import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { civilDate } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { Facts } from "~/ui/Facts";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { actOnClaims, readClaimForm } from "../claim-actions.server";
import { ProposeClaim, RuleForm } from "../components/ClaimForms";
import { ClaimTable } from "../components/ClaimTable";
import { CreditTabs } from "../components/CreditTabs";
import { RefusedCreditForm } from "../components/RefusedCreditForm";
import { useCreditWords } from "../components/use-credit-words";
import { refusedForm, unreadForm } from "../credit-forms.server";
import { claimsPage } from "../queries/claims-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("credits")("claims.title"),
    today: civilDate(ctx.clock.now()),
    submissionKey: newId(),
    page: await claimsPage(ctx),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const received = await readClaimForm(request);
  if (!received.ok) return refusedForm(received.refusal, new FormData());
  const { form, file } = received.value;
  const done = await actOnClaims(ctx, form, file);
  if ("typed" in done) return unreadForm(done);
  return done.ok ? redirect("/credits/claims", 303) : refusedForm(done.refusal, form);
};

/** Certificates, prizes, patents and works shown for credits, the school's decisions and the rules they rest on. */
export default function Claims() {
  const t = useWords("credits");
  const { any } = useTranslator();
  const { credits } = useCreditWords();
  const { title, today, submissionKey, page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const school = page.side === "school";
  const nothing = page.waiting.length + page.decided.length === 0;
  return (
    <>
      <PageHeader
        title={title}
        subtitle={t("claims.subtitle")}
        trail={[{ href: "/credits", label: t("title") }]}
      />
      <CreditTabs current="claims" side={school ? (page.may ? "school" : "teacher") : "person"} />
      <div className="stack mt-5">
        <RefusedCreditForm state={state} />
        {nothing && (
          <EmptyState level={2} title={t("claims.none")}>
            <p>{school ? t("claims.noneText") : t("claims.noneOwn")}</p>
          </EmptyState>
        )}
        {page.waiting.length > 0 && (
          <Section id="waiting" title={t("claims.waiting")} aside={page.waiting.length}>
            <ClaimTable caption={t("claims.waiting")} page={page} rows={page.waiting} state={state} />
          </Section>
        )}
        {page.decided.length > 0 && (
          <Section id="decided" title={t("claims.decided")}>
            <ClaimTable caption={t("claims.decided")} page={page} rows={page.decided} state={state} />
          </Section>
        )}
        {(page.proposes || page.may) && (
          <Section id="propose" title={school ? t("claims.enter") : t("claims.propose")}>
            {school ? (
              <details className="mt-3" open={state?.typed.intent === "propose"}>
                <summary>{t("claims.enterAct")}</summary>
                <ProposeClaim state={state} school today={today} submissionKey={submissionKey} />
              </details>
            ) : (
              <ProposeClaim state={state} school={false} today={today} submissionKey={submissionKey} />
            )}
          </Section>
        )}
        {school && (
          <Section id="rules" title={t("claims.rules")}>
            {page.rules.length === 0 ? (
              <p className="meta mt-2">{t("claims.rulesNone")}</p>
            ) : (
              <Facts
                facts={page.rules.map((rule) => ({
                  label: `${any(`credits.source.${rule.source}`)} · ${rule.title}`,
                  value: (
                    <>
                      <b className="num">{credits(rule.creditsCenti)}</b>
                      <span className="note block">
                        {rule.document} ·{" "}
                        {rule.validTo
                          ? t("claims.ruleUntil", { from: rule.validFrom, to: rule.validTo })
                          : t("claims.ruleDates", { from: rule.validFrom })}
                      </span>
                    </>
                  ),
                }))}
              />
            )}
            {page.may && (
              <details className="mt-3" open={page.rules.length === 0 || state?.typed.intent === "rule"}>
                <summary>{t("claims.ruleAct")}</summary>
                <RuleForm state={state} today={today} submissionKey={submissionKey} />
              </details>
            )}
          </Section>
        )}
      </div>
    </>
  );
}
