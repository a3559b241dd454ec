import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { refusedState } from "~/platform/http/form.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { answerRefusal, throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { FormErrors } from "~/ui/form/FormErrors";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { signAgreements } from "../commands/sign-agreements.server";
import { PasswordToSign, SignRow } from "../components/SignAgreement";
import { signList } from "../queries/sign-list.server";
import { documentsToSign } from "../sign-form";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school", "enterprise"]);
  const list = await signList(ctx.actor);
  if (!list) return throwRefusal({ code: "forbidden", key: "errors.forbidden" });
  return {
    title: translatorFor(languageOf(request.headers)).room("placements")("sign.title"),
    ...list,
    maySign: ctx.actor.organization.role === "owner",
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const ctx = await requireStaff(request, context, ["school", "enterprise"]);
  const limited = await takePoint("signIn", `sign:${ctx.actor.personId}`);
  if (limited) return answerRefusal(limited, { state: refusedState(limited, {}) });
  const form = await request.formData();
  const outcome = await signAgreements(ctx, {
    documents: documentsToSign(form),
    password: String(form.get("password") ?? ""),
  });
  if (!outcome.ok) return answerRefusal(outcome.refusal, { state: refusedState(outcome.refusal, {}) });
  return redirect("/placements/sign", 303);
};

/** A list of agreements signed with one password; every text is there to be read, every document is signed for itself. */
export default function SignMany() {
  const t = useWords("placements");
  const { any } = useTranslator();
  const { waiting, others, maySign } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state ?? null;
  return (
    <>
      <PageHeader
        trail={[{ href: "/placements", label: t("title") }]}
        title={t("sign.title")}
        subtitle={t("sign.lead", { waiting: waiting.length, others: others.length })}
      />
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
      {waiting.length === 0 ? (
        <EmptyState level={2} title={t("sign.empty")}>
          {others.length > 0 && <p>{t("sign.othersWait", { count: others.length })}</p>}
        </EmptyState>
      ) : (
        <form method="post">
          <Section id="list" title={t("sign.list")}>
            <ul>
              {waiting.map((row) => (
                <SignRow key={row.documentId} row={row} selectable={maySign} />
              ))}
            </ul>
          </Section>
          {maySign ? <PasswordToSign state={state} /> : <p className="meta">{t("errors.ownerSigns")}</p>}
        </form>
      )}
      {others.length > 0 && (
        <Section id="others" title={t("sign.others")}>
          <ul>
            {others.map((row) => (
              <SignRow key={row.documentId} row={row} selectable={false} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
