import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveConsent } from "~/identity/commands/give-consent.server";
import { requirePerson } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { refusedState } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { notFound } from "~/platform/result";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { useTranslator, useWords } from "~/words/use-words";
import { signAgreements } from "../commands/sign-agreements.server";
import { AgreementParties, ConsentToInternship } from "../components/AgreementParties";
import { PasswordToSign } from "../components/SignAgreement";
import { TripartiteText } from "../components/TripartiteText";
import { ownPlacement } from "../placement-scope.server";
import { agreementTab } from "../queries/agreement-tab.server";
import { documentsToSign } from "../sign-form";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const tab = await agreementTab(actor, params.id ?? "");
  if (!tab) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { tab };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  const form = await request.formData();
  const own = await ownPlacement(read, ctx.actor, id);
  if (!own) return throwRefusal(notFound().refusal);
  if (form.get("intent") === "consent") {
    const { studentId, hostId } = own.placement;
    const given = await giveConsent(ctx, {
      studentId,
      purpose: "internship",
      recipientId: hostId,
      language: languageOf(request.headers),
    });
    if (!given.ok) return answerRefusal(given.refusal, { state: refusedState(given.refusal, {}) });
    return redirect(`/placements/${id}/agreement`, 303);
  }
  const limited = await takePoint("signIn", `sign:${ctx.actor.personId}`);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, {}) });
  const outcome = await signAgreements(ctx, {
    documents: documentsToSign(form).slice(0, 1),
    password: String(form.get("password") ?? ""),
  });
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, {}) });
  return redirect(`/placements/${id}/agreement`, 303);
};

/** The tripartite agreement: its text as it is signed, who has signed, and the student's own signature. */
export default function PlacementAgreement() {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { tab } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`placements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      <div className="cols">
        <div className="stack">
          {tab.askConsent && <ConsentToInternship />}
          {tab.content ? (
            <TripartiteText content={tab.content} />
          ) : (
            <EmptyState level={2} title={t("agreement.none")}>
              <p>{t("agreement.noneText")}</p>
            </EmptyState>
          )}
          {tab.maySign && tab.document && (
            <form method="post">
              <input type="hidden" name="document" value={`${tab.document.id}:${tab.document.digest}`} />
              <PasswordToSign state={state} />
            </form>
          )}
        </div>
        <aside className="stack">
          <AgreementParties tab={tab} />
        </aside>
      </div>
    </>
  );
}
