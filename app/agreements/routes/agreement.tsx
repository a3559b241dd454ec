import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { FindingList } from "~/ui/FindingList";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { useTranslator, useWords } from "~/words/use-words";
import { actOnAgreement } from "../agreement-actions.server";
import { AgreementHead } from "../components/AgreementHead";
import { AgreementText } from "../components/AgreementText";
import { CommitmentTable } from "../components/CommitmentTable";
import { ConsortiumLink } from "../components/ConsortiumLink";
import { DocumentMoves } from "../components/DocumentMoves";
import { AgreementTimeline, DocumentPanel } from "../components/DocumentPanel";
import { HealthPanel } from "../components/HealthPanel";
import { ContributionPanel, ReviewPanel } from "../components/LedgerPanel";
import { SignatoryPanel } from "../components/SignatoryPanel";
import { findingViews } from "../components/sentences";
import { agreementPage } from "../queries/agreement-page.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const found = await agreementPage(ctx, params.id ?? "");
  if (!found.ok) return throwRefusal(found.refusal);
  return { title: found.value.agreement.title, page: found.value };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const outcome = await actOnAgreement(ctx, params.id ?? "", request);
  return "refused" in outcome ? outcome.refused : redirect(outcome.to, 303);
};

const Notices = ({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>>["page"] }) => {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { agreement, running, today, health } = page;
  return (
    <>
      {agreement.terminatesOn && (
        <Notice tone="bad">
          {t("page.terminates", { date: agreement.terminatesOn, reason: agreement.endReason ?? "" })}{" "}
          {agreement.placementPlan &&
            t("page.placementPlan", { plan: any(`agreements.placementPlan.${agreement.placementPlan}`) })}
        </Notice>
      )}
      {health && ["at_risk", "hollow"].includes(health.state) && (
        <Notice tone="bad">
          {t("page.hollowSigns", { state: any(`agreements.healthState.${health.state}`) })}{" "}
          <a href="#health">{t("page.why")}</a>
        </Notice>
      )}
      {agreement.state === "active" && running && agreement.daysLeft <= 90 && (
        <Notice tone="wait">
          {t("page.renewSoon", { days: agreement.daysLeft })}{" "}
          <a href={`/agreements/${agreement.id}/amend`}>{t("action.openRenewal")}</a>
        </Notice>
      )}
      {agreement.effectiveOn && agreement.effectiveOn > today && (
        <Notice>{t("page.notYet", { date: agreement.effectiveOn })}</Notice>
      )}
      {["completed", "expired", "terminated"].includes(agreement.state) && <Notice>{t("page.ended")}</Notice>}
    </>
  );
};

/** One agreement: its state, whose turn, what was promised and came of it, what the rules say, its health, its story. */
export default function AgreementPage() {
  const t = useWords("agreements");
  const translator = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { agreement, document } = page;
  const base = `/agreements/${agreement.id}`;
  const editable = page.moves.includes("edit");
  return (
    <>
      <AgreementHead page={page} />
      {state && (
        <FormErrors
          message={translator.any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: translator.any(`agreements.field.${one.field}`),
            message: translator.any(one.key, one.values),
          }))}
        />
      )}
      <Notices page={page} />
      <div className="cols">
        <div className="stack">
          <DocumentMoves page={page} />
          <CommitmentTable page={page} />
          <Section id="findings" title={t("page.findings")}>
            <FindingList
              findings={findingViews(page.findings, translator, editable ? `${base}/edit` : undefined)}
            />
          </Section>
          <ConsortiumLink page={page} />
          {agreement.effectiveOn && <ReviewPanel page={page} />}
          {agreement.effectiveOn && <ContributionPanel page={page} />}
          <Section
            id="text"
            title={t("page.text")}
            aside={<a href={`${base}/compare?document=${document.id}`}>{t("action.compare")}</a>}
          >
            <AgreementText
              content={page.content}
              comments={page.comments}
              commentable={document.open && document.state !== "signed"}
              now={page.now}
            />
          </Section>
        </div>
        <aside className="stack">
          <HealthPanel page={page} />
          <SignatoryPanel page={page} />
          <DocumentPanel page={page} />
          {["active", "suspended"].includes(agreement.state) && (
            <p>
              <a href={`${base}/amend`}>{t("action.amend")}</a>
            </p>
          )}
          <AgreementTimeline page={page} />
        </aside>
      </div>
    </>
  );
}
