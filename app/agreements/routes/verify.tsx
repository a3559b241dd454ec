import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { CodeForm, FileAnswer, FileForm } from "../components/VerifyForms";
import { readCode } from "../rules/freeze";
import { checkUpload } from "../verify-upload.server";

export const loader = ({ request }: LoaderFunctionArgs) => {
  const typed = new URL(request.url).searchParams.get("code");
  const code = typed ? readCode(typed) : null;
  if (code) throw redirect(`/verify/${code}`, 303);
  return { title: translatorFor(languageOf(request.headers)).room("agreements")("verifyPage.title"), typed };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export const action = ({ request, context }: ActionFunctionArgs) => checkUpload(request, context, null);

/** Anybody checks an agreement: by the code on it, or by the file itself. */
export default function Verify() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { typed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page-narrow stack">
      <PageHeader title={t("verifyPage.title")} subtitle={t("verifyPage.lead")} />
      {typed && <Notice tone="bad">{t("verifyPage.unknown")}</Notice>}
      {answer?.refusal && <Notice tone="bad">{any(answer.refusal.key, answer.refusal.values)}</Notice>}
      {answer?.check && <FileAnswer check={answer.check} />}
      <CodeForm {...(typed ? { typed } : {})} />
      <FileForm />
    </div>
  );
}
