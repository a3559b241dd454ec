import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { proposalForm } from "../card-schema";
import { proposeProgramme } from "../commands/propose-programme.server";
import { DemandFacts } from "../components/DemandFacts";
import { ProposalForm } from "../components/ProposalForm";
import { mayPropose } from "../policy";
import { newProposal } from "../queries/new-proposal.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayPropose(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("cards")("proposal.newTitle"),
    submissionKey: newId(),
    page: await newProposal(ctx, new URL(request.url).searchParams),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayPropose(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, proposalForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const done = await proposeProgramme(ctx, parsed.value);
  return done.ok
    ? redirect(`/oversight/proposals/${done.value.id}`, 303)
    : answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

const LABELS: Record<string, string> = { majorCode: "major" };

/** A school proposes to add, adjust or withdraw a programme. */
export default function NewProposalPage() {
  const t = useWords("cards");
  const { any } = useTranslator();
  const { page, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  return (
    <>
      <PageHeader
        title={t("proposal.newTitle")}
        subtitle={t("proposal.newSubtitle")}
        trail={[
          { href: "/oversight/cards", label: t("title") },
          { href: "/oversight/proposals", label: t("proposals.title") },
        ]}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`cards.proposal.${LABELS[one.field] ?? one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className={page.demand ? "cols" : ""}>
        <ProposalForm page={page} state={state} submissionKey={submissionKey} />
        {page.demand && (
          <aside>
            <Section id="evidence" title={t("proposal.evidence")}>
              <DemandFacts demand={page.demand} />
            </Section>
          </aside>
        )}
      </div>
    </>
  );
}
