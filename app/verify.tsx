import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DocumentCheck } from "~/agreements/components/DocumentCheck";
import { documentCheck } from "~/agreements/document-check.server";
import { checkUpload } from "~/agreements/verify-upload.server";
import { CertificateCheck } from "~/placements/components/CertificateCheck";
import { certificateByCode, checkBrought } from "~/placements/queries/certificate-check.server";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { translatorFor } from "~/words/translator.server";

/** A JWT of a certificate is some kilobytes; a text longer than this is none. */
const MOST_TEXT = 64_000;

export const loader = async (args: LoaderFunctionArgs) => {
  const certificate = await certificateByCode(args.params.code ?? "");
  if (!certificate) return { certificate: null, ...(await documentCheck(args)) };
  const limited = await takePoint("signIn", `verify:${args.context.ip}`);
  if (limited) return throwRefusal(limited);
  const title = translatorFor(languageOf(args.request.headers)).room("outcomes")("certificate.heading");
  return { certificate, title, found: null };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
];

export const action = async (args: ActionFunctionArgs) => {
  const code = args.params.code ?? "";
  if (!(await certificateByCode(code))) return checkUpload(args.request, args.context, code || null);
  const limited = await takePoint("signIn", `verify:${args.context.ip}`);
  if (limited) return throwRefusal(limited);
  const form = await args.request.formData();
  return { brought: await checkBrought(String(form.get("jwt") ?? "").slice(0, MOST_TEXT)) };
};

/** What a code leads to: a certificate or a sealed document, each checked anew by its own room. */
export default function Verify() {
  const { certificate, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!certificate) {
    return <DocumentCheck found={found} answer={answer && !("brought" in answer) ? answer : null} />;
  }
  return (
    <CertificateCheck view={certificate} brought={answer && "brought" in answer ? answer.brought : null} />
  );
}
