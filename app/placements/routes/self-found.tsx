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
import { notFound } from "~/platform/result";
import { BatonLine } from "~/ui/BatonLine";
import { FindingList } from "~/ui/FindingList";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { Timeline } from "~/ui/Timeline";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { sideOf } from "../application-policy";
import { refusedLines } from "../application-refused.server";
import { decideProposal } from "../commands/decide-proposal.server";
import { withdrawProposal } from "../commands/withdraw-proposal.server";
import { PROPOSAL_TONES } from "../components/application-tone";
import { PlaceTerms } from "../components/PlaceTerms";
import { ProposalDecide } from "../components/ProposalDecide";
import { ProposalHost } from "../components/ProposalHost";
import { RefusedFindings } from "../components/RefusedFindings";
import { decideSchema } from "../proposal-schema";
import { proposalPage } from "../queries/proposal-page.server";

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireMember(request, context);
  const side = sideOf(actor);
  if (side !== "student" && side !== "school") {
    return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  }
  const now = clock.now();
  const page = await proposalPage(actor, params.id ?? "", now, translatorFor(languageOf(request.headers)));
  if (!page) return throwRefusal(notFound().refusal);
  return { page, title: page.terms.title, now: now.toISOString() };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const side = sideOf(ctx.actor);
  if (side !== "student" && side !== "school") {
    return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  }
  const id = params.id ?? "";
  const form = await request.formData();
  const parsed = parseForm(form, decideSchema);
  if (!parsed.ok) return data({ state: parsed.state, findings: [] }, { status: 422 });
  const act = parsed.value;
  const outcome =
    act.intent === "withdraw" ? await withdrawProposal(ctx, id, act) : await decideProposal(ctx, id, act);
  if (outcome.ok) return redirect(`/applications/self-found/${id}`, 303);
  const { refusal } = outcome;
  if (refusal.code === "not_found") return throwRefusal(refusal);
  const state = refusedState(refusal, typedFrom(form));
  return answerRefusal(refusal, { state, findings: refusedLines(refusal, languageOf(request.headers)) });
};

/** A self-found place: who the host is, on what terms, what the rules say, and the school's decision. */
export default function SelfFound() {
  const t = useWords("applications");
  const { any } = useTranslator();
  const { page, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const own = page.side === "student";
  const { reason } = page;
  return (
    <>
      <PageHeader
        trail={[{ href: "/applications", label: t("title") }]}
        title={own ? page.terms.title : `${page.student?.name ?? ""} · ${page.terms.title}`}
        subtitle={`${t("proposal.title")} · ${page.host.name}`}
        state={<StateBadge tone={PROPOSAL_TONES[page.state]} word={t(`proposalState.${page.state}`)} />}
        action={
          page.mayResend && (
            <LinkButton href={`/applications/self-found/new?again=${page.id}`}>{t("act.resend")}</LinkButton>
          )
        }
        turn={
          page.state === "proposed" && (
            <BatonLine
              holder={t("side.school")}
              mine={page.mayDecide}
              task={t("proposal.task")}
              now={now}
              {...(page.replyBy ? { due: page.replyBy } : {})}
            />
          )
        }
      />
      {answer && (
        <RefusedFindings
          message={any(answer.state.message.key, answer.state.message.values)}
          fields={answer.state.fields.map((field) => any(field.key, field.values))}
          findings={answer.findings}
        />
      )}
      {page.state === "returned" && reason && (
        <Notice tone="wait">{t("proposal.returned", { reason })}</Notice>
      )}
      {page.state === "approved" && <Notice tone="ok">{t("proposal.approvedText")}</Notice>}
      <div className="cols">
        <div className="stack">
          <Section id="terms" title={t("proposal.terms")}>
            <PlaceTerms terms={page.terms} />
            <p className="mt-3 whitespace-pre-line">
              <b>{t("proposal.why")}</b> {page.why}
            </p>
          </Section>
          {page.state !== "approved" && page.findings.length > 0 && (
            <Section id="rules" title={t("apply.rules")}>
              <FindingList findings={page.findings} />
            </Section>
          )}
          {(page.mayDecide || page.mayWithdraw) && (
            <ProposalDecide page={page} state={answer?.state ?? null} />
          )}
        </div>
        <aside className="stack">
          <ProposalHost page={page} />
          <Section id="history" title={t("page.history")}>
            <div className="mt-4">
              <Timeline
                now={now}
                entries={page.history.map(({ id, name, at }) => ({
                  id,
                  at,
                  text: any(`applications.events.${name}`),
                  kind: name === "proposalApproved" ? "key" : "plain",
                }))}
              />
            </div>
          </Section>
        </aside>
      </div>
    </>
  );
}
