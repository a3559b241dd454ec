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
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Timeline } from "~/ui/Timeline";
import { absoluteText } from "~/ui/when";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { proposalDecisionForm } from "../card-schema";
import { decideProposal } from "../commands/decide-proposal.server";
import { CardFigures } from "../components/CardFigures";
import { cardEntries, PROPOSAL_TONES } from "../components/card-words";
import { DemandFacts } from "../components/DemandFacts";
import { ProposalDecision } from "../components/ProposalDecision";
import { mayOrder, mayReadCards } from "../policy";
import { proposalPage } from "../queries/proposals.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const reads = mayReadCards(ctx.actor);
  if (!reads.ok) throwRefusal(reads.refusal);
  const page = await proposalPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const kind = translatorFor(languageOf(request.headers)).room("cards")(`kind.${page.kind}`);
  return { title: `${kind} · ${page.majorName}`, now: ctx.clock.now().toISOString(), page };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayOrder(ctx.actor);
  if (!allowed.ok) return throwRefusal(allowed.refusal);
  const form = await request.formData();
  const parsed = parseForm(form, proposalDecisionForm);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const id = params.id ?? "";
  const done = await decideProposal(ctx, id, parsed.value);
  if (done.ok) return redirect(`/oversight/proposals/${id}`, 303);
  if (done.refusal.code === "not_found") return throwRefusal(done.refusal);
  return answerRefusal(done.refusal, { state: refusedState(done.refusal, typedFrom(form)) });
};

/** One proposal with the evidence of its day, what was decided and why. */
export default function Proposal() {
  const t = useWords("cards");
  const translator = useTranslator();
  const { any, language } = translator;
  const { page, now, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const date = (day: string) => absoluteText(day, language);
  const open = page.state === "proposed" || page.state === "considered";
  return (
    <>
      <PageHeader
        title={title ?? ""}
        trail={[
          { href: "/oversight/cards", label: t("title") },
          { href: "/oversight/proposals", label: t("proposals.title") },
        ]}
        subtitle={[
          page.school.name,
          page.seats === null ? "" : t("proposals.seats", { count: page.seats }),
          t("proposals.proposedOn", { date: date(page.proposedOn) }),
        ]
          .filter((text) => text !== "")
          .join(" · ")}
        state={<StateBadge tone={PROPOSAL_TONES[page.state]} word={t(`proposalState.${page.state}`)} />}
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: t("proposal.reason"),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {page.decided && (
        <Notice tone={page.state === "accepted" ? "ok" : "wait"}>
          {t("proposal.decided", {
            date: date(page.decided.on),
            by: page.authority ?? "",
            outcome: t(`proposalState.${page.state}`),
          })}
          {language === "en" ? ". " : "。"}
          {page.decided.reason}{" "}
          {page.own && page.state === "accepted" && (
            <>
              {t("proposal.acceptedNext")}{" "}
              <a href="/organization/programmes">{t("proposal.programmesLink")}</a>
            </>
          )}
        </Notice>
      )}
      <div className="cols">
        <div className="stack">
          <Section id="what" title={t("proposal.what")}>
            <p className="mt-3 max-w-3xl whitespace-pre-line">{page.text}</p>
            <p className="meta mt-2">{page.author}</p>
            {page.considered && (
              <p className="meta">
                {t("proposal.considered", { date: date(page.considered.on) })} {page.considered.note}
              </p>
            )}
          </Section>
          {page.mayDecide && open && <ProposalDecision page={page} state={state} />}
        </div>
        <aside>
          <Section id="history" title={t("proposal.history")}>
            <Timeline entries={cardEntries(page.events, "proposalEvents", translator)} now={now} />
          </Section>
        </aside>
      </div>
      <div className="stack mt-6">
        <Section id="evidence" title={t("proposal.evidence")}>
          <p className="meta mt-3">
            {t("proposal.evidenceOf", { date: date(page.asOf) })}{" "}
            {t(page.intact ? "proposal.intact" : "proposal.broken")}
          </p>
          <DemandFacts demand={page.demand} />
          {page.card ? (
            <>
              <h3 className="mt-5">
                {t("proposal.card", { year: page.card.year, card: t(`outcome.${page.card.outcome}`) })}{" "}
                <a href={`/oversight/cards/${page.card.id}`} className="text-sm">
                  {t("proposal.cardLink")}
                </a>
              </h3>
              <CardFigures figures={page.card.figures} />
            </>
          ) : (
            page.kind !== "add" && <p className="meta mt-4">{t("proposal.noCard")}</p>
          )}
          <p className="note num mt-3 break-all">{page.digest}</p>
        </Section>
      </div>
    </>
  );
}
