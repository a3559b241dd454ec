import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { SealMark } from "~/ui/SealMark";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { sealText } from "../components/sentences";
import { VerificationReport } from "../components/VerificationReport";
import { FileAnswer, FileForm } from "../components/VerifyForms";
import { verifyByCode } from "../queries/verification.server";
import { checkUpload } from "../verify-upload.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const limited = await takePoint("signIn", `verify:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const verified = await verifyByCode(params.code ?? "");
  if (verified === "unknown")
    return throwRefusal({ code: "not_found", key: "agreements.verifyPage.unknown" });
  const found = verified === "not_sealed" ? null : verified;
  return { title: translatorFor(languageOf(request.headers)).room("agreements")("verifyPage.title"), found };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const action = ({ request, params, context }: ActionFunctionArgs) =>
  checkUpload(request, context, params.code ?? null);

/** What a sealed agreement's code leads to: every check, in plain words, recomputed now. */
export default function VerifyCode() {
  const t = useWords("agreements");
  const { any } = useTranslator();
  const { found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={found?.verification.title || t("verifyPage.title")}
        trail={[{ href: "/verify", label: t("verifyPage.title") }]}
        {...(found?.verification.holds
          ? {
              seal: (
                <SealMark text={sealText(found.shortNames)} parties={found.verification.parties.join("、")} />
              ),
            }
          : {})}
      />
      {!found && <Notice tone="wait">{t("verifyPage.notSealed")}</Notice>}
      {found && <VerificationReport found={found} />}
      {answer?.refusal && <Notice tone="bad">{any(answer.refusal.key, answer.refusal.values)}</Notice>}
      {answer?.check && <FileAnswer check={answer.check} />}
      <FileForm />
    </div>
  );
}
