import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { takePoint } from "~/platform/http/rate-limit.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { PageHeader } from "~/ui/PageHeader";
import { SealMark } from "~/ui/SealMark";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { CertificateBody, CertificateFiles } from "../components/CertificateBody";
import { CertificateStanding } from "../components/CertificateCheck";
import { sharedCertificate } from "../queries/certificate-check.server";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const limited = await takePoint("signIn", `verify:${context.ip}`);
  if (limited) return throwRefusal(limited);
  const view = await sharedCertificate(params.token ?? "");
  if (!view) return throwRefusal({ code: "not_found", key: "outcomes.share.dead" });
  const title = translatorFor(languageOf(request.headers)).room("outcomes")("certificate.heading");
  return { title: `${view.studentName} · ${title}`, view };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: "robots", content: "noindex" },
  { name: "referrer", content: "no-referrer" },
];

/** A certificate as its holder shows it to somebody, with the name; gone once they stop sharing. */
export default function SharedCertificate() {
  const t = useWords("outcomes");
  const { view } = useLoaderData<typeof loader>();
  return (
    <div className="page-narrow stack">
      <PageHeader
        title={t("certificate.heading")}
        subtitle={view.studentName}
        {...(view.genuine && !view.revoked
          ? { seal: <SealMark text={view.school.shortName} parties={view.school.name} /> }
          : {})}
      />
      <CertificateStanding view={view} />
      {view.credential && (
        <CertificateBody
          credential={view.credential}
          code={view.code}
          issuedAt={view.issuedAt}
          studentName={view.studentName}
        />
      )}
      <p>
        <a href={`/verify/${view.code}`}>{t("certificate.verify")}</a>
      </p>
      <CertificateFiles code={view.code} schoolId={view.school.id} />
    </div>
  );
}
