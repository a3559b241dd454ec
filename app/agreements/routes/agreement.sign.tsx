import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { MemberCtx } from "~/identity/actor";
import { requireStaff } from "~/marketplace/staff.server";
import { parseForm, typedFrom } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import type { ReceivedFile } from "~/platform/http/upload.server";
import { languageOf } from "~/platform/i18n/language";
import { invalidField, notFound, type Result } from "~/platform/result";
import { FormErrors } from "~/ui/form/FormErrors";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { readForm, refusedWith } from "../agreement-actions.server";
import { confirmPaper } from "../commands/confirm-paper.server";
import { refuseSigning } from "../commands/refuse-signing.server";
import { signDocument } from "../commands/sign-document.server";
import { uploadPaper } from "../commands/upload-paper.server";
import { AgreementText } from "../components/AgreementText";
import { SignerList, SignForms } from "../components/SignForms";
import { TONES } from "../components/sentences";
import { signPage } from "../queries/sign-page.server";
import { reasonForm, signForm } from "../schema";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const page = await signPage(ctx, params.id ?? "", new URL(request.url).searchParams.get("document"));
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return {
    title: `${translatorFor(languageOf(request.headers)).room("agreements")("sign.title")} · ${page.agreement.title}`,
    page,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

const act = async (
  ctx: MemberCtx,
  documentId: string,
  form: FormData,
  file: ReceivedFile | null,
): Promise<Result<unknown>> => {
  const text = (name: string) => String(form.get(name) ?? "");
  const fields = (state: { fields: { field: string; key: string }[] }) => ({
    ok: false as const,
    refusal: { code: "invalid" as const, key: "errors.checkFields", fields: state.fields },
  });
  switch (form.get("intent")) {
    case "sign": {
      const limited = await takePoint("signIn", `sign:${ctx.actor.personId}`);
      if (limited) return { ok: false, refusal: limited };
      const parsed = parseForm(form, signForm);
      return parsed.ok ? signDocument(ctx, documentId, parsed.value) : fields(parsed.state);
    }
    case "refuse": {
      const parsed = parseForm(form, reasonForm);
      return parsed.ok ? refuseSigning(ctx, documentId, parsed.value) : fields(parsed.state);
    }
    case "paper":
      return file
        ? uploadPaper(ctx, documentId, { signatoryId: text("signatoryId"), digest: text("digest") }, file)
        : invalidField("scan", "agreements.errors.file");
    case "confirm":
      return confirmPaper(ctx, documentId, text("signatureId"));
    default:
      return notFound();
  }
};

export const action = async ({ request, params, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const page = await signPage(ctx, params.id ?? "", new URL(request.url).searchParams.get("document"));
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const received = await readForm(request);
  if (!received.ok) return refusedWith(received.refusal, new FormData()).refused;
  const { form, file } = received.value;
  const outcome = await act(ctx, page.document.id, form, file);
  if (outcome.ok)
    return redirect(
      form.get("intent") === "refuse"
        ? `/agreements/${page.agreement.id}`
        : `/agreements/${page.agreement.id}/sign?document=${page.document.id}`,
      303,
    );
  form.delete("password");
  const { refused } = refusedWith(outcome.refusal, form);
  return data({ state: { ...refused.data.state, typed: typedFrom(form) } }, refused.init ?? { status: 422 });
};

/** Reads the frozen text, sees in which capacity, enters the password again, and signs; or refuses with a reason. */
export default function SignAgreement() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { page } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const { agreement, document, content, signers } = page;
  const signed = signers.filter((one) => one.signed).length;
  return (
    <>
      <PageHeader
        title={t("sign.title")}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${agreement.id}`, label: agreement.title },
        ]}
        subtitle={content.title}
        state={
          <>
            <StateBadge
              tone={TONES[document.state] ?? "neutral"}
              word={any(`agreements.state.${document.state}`)}
            />
            <span className="meta">{t("sign.progress", { signed, total: signers.length })}</span>
          </>
        }
      />
      {state && (
        <FormErrors
          message={any(state.message.key, state.message.values)}
          errors={state.fields.map((one) => ({
            field: one.field,
            label: any(`agreements.field.${one.field}`),
            message: any(one.key, one.values),
          }))}
        />
      )}
      {document.state === "signed" && <Notice tone="ok">{t("sign.doneAll")}</Notice>}
      {!["signing", "signed", "sealed"].includes(document.state) && <Notice>{t("sign.nothing")}</Notice>}
      <div className="cols">
        <div className="stack">
          <Section
            id="text"
            title={t("page.text")}
            aside={<span className="num">{`${content.startsOn} — ${content.endsOn}`}</span>}
          >
            <ul className="my-3">
              {content.parties.map((party) => (
                <li key={party.organizationId}>
                  {t(`role.${party.role}`)}：{party.name}
                </li>
              ))}
            </ul>
            <AgreementText content={content} now={page.now} />
          </Section>
          <Section id="promises" title={t("page.commitmentsPlan")}>
            <ul>
              {content.commitments.map((one) => (
                <li key={one.id} className="mt-2">
                  {one.title} {one.quantity} {one.unit} ·{" "}
                  {content.parties.find((party) => party.organizationId === one.byId)?.name} ·{" "}
                  {one.dueOn ?? t("page.noDue")} · {one.owner ?? t("page.noOwner")}
                </li>
              ))}
            </ul>
          </Section>
          {document.state === "signing" && <SignForms page={page} state={state} />}
        </div>
        <aside className="stack">
          <SignerList page={page} />
        </aside>
      </div>
    </>
  );
}
