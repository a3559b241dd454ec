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
import { notFound } from "~/platform/result";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { sideOf } from "../application-policy";
import { proposePlacement } from "../commands/propose-placement.server";
import { ProposalForm } from "../components/ProposalForm";
import { proposalSchema } from "../proposal-schema";
import { profilePage } from "../queries/profile-page.server";
import { proposalPage } from "../queries/proposal-page.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requireMember(request, context);
  if (sideOf(actor) !== "student") return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  if (!(await profilePage(actor))) {
    return throwRefusal({ code: "forbidden", key: "applications.errors.noRecord" });
  }
  const again = new URL(request.url).searchParams.get("again");
  const t = translatorFor(languageOf(request.headers));
  const earlier = again ? await proposalPage(actor, again, clock.now(), t) : null;
  if (again && !earlier?.mayResend) return throwRefusal(notFound().refusal);
  return { earlier, submissionKey: newId(), title: t.room("applications")("proposal.newTitle") };
};

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireMember(request, context);
  if (sideOf(ctx.actor) !== "student") return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  if (!(await profilePage(ctx.actor))) {
    return throwRefusal({ code: "forbidden", key: "applications.errors.noRecord" });
  }
  const again = new URL(request.url).searchParams.get("again");
  const form = await request.formData();
  const parsed = parseForm(form, proposalSchema);
  if (!parsed.ok) return data({ state: parsed.state }, { status: 422 });
  const proposed = await proposePlacement(ctx, parsed.value, again);
  if (proposed.ok) return redirect(`/applications/self-found/${proposed.value.id}`, 303);
  if (proposed.refusal.code === "not_found") return throwRefusal(proposed.refusal);
  return answerRefusal(proposed.refusal, { state: refusedState(proposed.refusal, typedFrom(form)) });
};

/** A student proposes a host they found themselves, or mends what the school returned. */
export default function NewSelfFound() {
  const t = useWords("applications");
  const { any } = useTranslator();
  const { earlier, submissionKey } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        trail={[{ href: "/applications", label: t("title") }]}
        title={t("proposal.newTitle")}
        subtitle={t("proposal.intro")}
      />
      {earlier?.reason && !state && (
        <Notice tone="wait">{t("proposal.returned", { reason: earlier.reason })}</Notice>
      )}
      {state && <Notice tone="bad">{any(state.message.key, state.message.values)}</Notice>}
      <ProposalForm earlier={earlier} state={state} submissionKey={submissionKey} />
    </>
  );
}
