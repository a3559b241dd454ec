import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requirePerson } from "~/identity/session.server";
import { refusedState, typedFrom } from "~/platform/http/form.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { notFound } from "~/platform/result";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { HiddenField } from "~/ui/form/HiddenField";
import { useTranslator, useWords } from "~/words/use-words";
import { issueCertificate } from "../commands/issue-certificate.server";
import { revokeCertificate } from "../commands/revoke-certificate.server";
import { shareCertificate } from "../commands/share-certificate.server";
import { CertificateEntry } from "../components/CertificateEntry";
import { certificateTab } from "../queries/certificate-tab.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const tab = await certificateTab(actor, params.id ?? "");
  if (!tab) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { tab };
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requirePerson(request, context);
  const id = params.id ?? "";
  if (!(await certificateTab(ctx.actor, id))) return throwRefusal(notFound().refusal);
  const form = await request.formData();
  const version = Number(form.get("version")) || 0;
  const intent = String(form.get("intent") ?? "");
  const run = () => {
    if (intent === "revoke")
      return revokeCertificate(ctx, id, { version, reason: String(form.get("reason") ?? "") });
    if (intent === "share" || intent === "unshare")
      return shareCertificate(ctx, id, { version, share: intent === "share" });
    return issueCertificate(ctx, id, version);
  };
  const outcome = await run();
  if (!outcome.ok)
    return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, typedFrom(form)) });
  return redirect(`/placements/${id}/certificate`, 303);
};

/** The certificate: issued and revoked by the school, shared by the student. */
export default function PlacementCertificate() {
  const t = useWords("outcomes");
  const { any } = useTranslator();
  const { tab } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <div className="stack">
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: t("certificate.reason"),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {tab.mayIssue && (
        <form method="post" className="form">
          <HiddenField name="intent" value="issue" />
          <HiddenField name="version" value={tab.version} />
          <p>{t("certificate.issueText")}</p>
          <Button>{t("certificate.issue")}</Button>
        </form>
      )}
      {tab.certificates.length === 0 && !tab.mayIssue && (
        <EmptyState level={2} title={t("certificate.none")}>
          <p>{t(tab.grade === "fail" ? "certificate.noneFailed" : "certificate.noneText")}</p>
        </EmptyState>
      )}
      {tab.certificates.map((one) => (
        <CertificateEntry key={one.id} tab={tab} one={one} state={state} />
      ))}
    </div>
  );
}
