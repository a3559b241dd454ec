import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MemberCtx } from "~/identity/actor";
import { parseForm, refusedState, typedFrom } from "~/platform/http/form.server";
import type { Typed } from "~/platform/http/form-state";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { newId } from "~/platform/id";
import { notFound, type Refusal, type Result } from "~/platform/result";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { Timeline } from "~/ui/Timeline";
import { useTranslator, useWords } from "~/words/use-words";
import { acceptEnquiry } from "../commands/accept-enquiry.server";
import { declineEnquiry } from "../commands/decline-enquiry.server";
import { replyToEnquiry } from "../commands/reply-to-enquiry.server";
import { withdrawEnquiry } from "../commands/withdraw-enquiry.server";
import { AcceptForm, DeclineForm, ReplyForm } from "../components/EnquiryAnswer";
import { EnquiryHeader } from "../components/EnquiryHeader";
import { EnquiryMessages } from "../components/EnquiryMessages";
import { EnquiryTerms } from "../components/EnquiryTerms";
import { ReplyLine } from "../components/ReplyLine";
import { acceptSchema, declineSchema, replySchema, withdrawSchema } from "../enquiry-schema";
import { formWithFiles } from "../form-with-files.server";
import { enquiryPage } from "../queries/enquiry-page.server";
import { requireStaff } from "../staff.server";

const INTENTS = ["reply", "accept", "decline", "withdraw"] as const;
type Intent = (typeof INTENTS)[number];

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireStaff(request, context);
  const page = await enquiryPage(actor, params.id ?? "", clock.now());
  if (!page) return throwRefusal(notFound().refusal);
  return {
    page,
    title: page.subject,
    me: actor.name,
    now: clock.now().toISOString(),
    submissionKey: newId(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

type Outcome =
  | Result<{ id: string }>
  | { ok: false; refusal: Refusal; state: ReturnType<typeof refusedState> };

const refused = (state: ReturnType<typeof refusedState>): Outcome => ({
  ok: false,
  refusal: { code: "invalid", key: state.message.key },
  state,
});

const act = async (
  ctx: MemberCtx,
  id: string,
  intent: Intent,
  form: FormData,
  files: ReceivedFile[],
): Promise<Outcome> => {
  if (intent === "reply") {
    const parsed = parseForm(form, replySchema);
    return parsed.ok ? replyToEnquiry(ctx, id, parsed.value, files) : refused(parsed.state);
  }
  if (intent === "accept") {
    const parsed = parseForm(form, acceptSchema);
    return parsed.ok ? acceptEnquiry(ctx, id, parsed.value) : refused(parsed.state);
  }
  if (intent === "decline") {
    const parsed = parseForm(form, declineSchema);
    return parsed.ok ? declineEnquiry(ctx, id, parsed.value) : refused(parsed.state);
  }
  const parsed = parseForm(form, withdrawSchema);
  return parsed.ok ? withdrawEnquiry(ctx, id, parsed.value.version) : refused(parsed.state);
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const id = params.id ?? "";
  const { form, files, refusal } = await formWithFiles(request);
  const typed: Typed = typedFrom(form);
  const intent = INTENTS.find((one) => one === form.get("intent")) ?? "reply";
  const outcome: Outcome = refusal ? { ok: false, refusal } : await act(ctx, id, intent, form, files);
  if (outcome.ok) return redirect(`/enquiries/${id}`, 303);
  if (outcome.refusal.code === "not_found") return throwRefusal(outcome.refusal);
  const state = "state" in outcome ? outcome.state : refusedState(outcome.refusal, typed);
  return outcome.refusal.code === "invalid"
    ? data({ intent, state }, { status: 422 })
    : answerRefusal(outcome.refusal, { intent, state });
};

/** One enquiry: terms, whose turn, messages, the answers that are possible now, what happened. */
export default function Enquiry() {
  const t = useWords("enquiries");
  const { any } = useTranslator();
  const { page, me, now, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stateOf = (intent: Intent) => (answer?.intent === intent ? answer.state : null);
  const open = (intent: Intent, first: boolean) => (answer ? answer.intent === intent : first);
  const { moves } = page;
  const mine = page.turn?.mine === true;
  return (
    <>
      <EnquiryHeader page={page} now={now} />
      <div className="cols">
        <div className="stack">
          {answer && !moves.includes(answer.intent) && (
            <Notice tone="bad">{any(answer.state.message.key, answer.state.message.values)}</Notice>
          )}
          <EnquiryTerms page={page} />
          <Section id="messages" title={t("messages.title")}>
            <EnquiryMessages messages={page.messages} other={page.other} now={now} />
          </Section>
          {mine && !page.mayAct && <Notice>{t("viewerNote")}</Notice>}
          {mine && moves.length > 0 && (
            <Section id="answer" title={t("answer.title")}>
              {moves.includes("accept") ? (
                <details className="answer" open={open("accept", true)}>
                  <summary>{t("answer.acceptTitle")}</summary>
                  <AcceptForm page={page} state={stateOf("accept")} me={me} />
                </details>
              ) : (
                <p className="meta py-3">{t("terms.ownTerms")}</p>
              )}
              <details className="answer" open={open("reply", !moves.includes("accept"))}>
                <summary>{t("answer.replyTitle")}</summary>
                <ReplyForm page={page} state={stateOf("reply")} submissionKey={submissionKey} />
              </details>
              <details className="answer" open={open("decline", false)}>
                <summary>{t("answer.declineTitle")}</summary>
                <DeclineForm page={page} state={stateOf("decline")} />
              </details>
            </Section>
          )}
        </div>
        <aside className="stack">
          <Section id="timeline" title={t("timeline")}>
            <div className="mt-4">
              <Timeline
                now={now}
                entries={page.history.map(({ id, name, at, payload }) => ({
                  id,
                  at,
                  text: any(`enquiries.events.${name.replace("enquiry.", "")}`, payload),
                  kind: name === "enquiry.accepted" ? "key" : name === "enquiry.expired" ? "bad" : "plain",
                }))}
              />
            </div>
          </Section>
          <Section id="record" title={t("newPage.record")}>
            <p className="meta mt-3">
              {page.other.name}: <ReplyLine figures={page.replies} />
            </p>
          </Section>
        </aside>
      </div>
    </>
  );
}
