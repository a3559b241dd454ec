import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { newId } from "~/platform/id";
import { Facts } from "~/ui/Facts";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import { CopyButton } from "../components/CopyButton";
import { DossierSections } from "../components/DossierSections";
import { missingText } from "../components/dossier-text";
import { dossierPage } from "../queries/dossiers-page.server";
import { maySeeDossiers } from "../report-policy";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeDossiers(ctx.actor);
  if (!sees.ok) throwRefusal(sees.refusal);
  const page = await dossierPage(ctx, params.id ?? "");
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const { zh, en } = page.content.title;
  return { title: languageOf(request.headers) === "en" ? en : zh, page, submissionKey: newId() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** One dossier: what is missing first, then every fact with its day, record and file. */
export default function Dossier() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const translator = useTranslator();
  const { language } = translator;
  const { page, title, submissionKey } = useLoaderData<typeof loader>();
  const { content } = page;
  return (
    <>
      <PageHeader
        title={title}
        trail={[{ href: "/oversight/dossiers", label: t("dossier.list") }]}
        subtitle={`${content.organization} · ${t("dossier.of", { date: absoluteText(content.asOf, language) })}`}
        action={
          <span className="row">
            <CopyButton kind="dossier" subjectId={page.id} submissionKey={submissionKey} />
            <LinkButton
              look="ghost"
              small
              icon="download"
              href={`/oversight/dossiers/${page.id}/evidence.zip`}
            >
              {t("dossier.zip")}
            </LinkButton>
          </span>
        }
      />
      <div className="cols">
        <div className="stack">
          <DossierSections content={content} />
        </div>
        <aside className="stack">
          <Section id="missing" title={t("dossier.missing")}>
            {content.missing.length === 0 && <p className="meta mt-3">{t("dossier.complete")}</p>}
            <ul className="mt-3 space-y-2">
              {content.missing.map((one) => (
                <li key={`${one.section.en} ${one.want.en}`}>
                  <b>{language === "en" ? one.want.en : one.want.zh}</b>
                  <span className="meta block">{missingText(one, translator)}</span>
                </li>
              ))}
            </ul>
          </Section>
          <Section id="facts" title={t("sheet.facts")}>
            <Facts
              facts={[
                {
                  label: t("dossier.by"),
                  value: `${page.byName} · ${absoluteText(page.at, language)}`,
                },
                {
                  label: t("dossier.source"),
                  value: language === "en" ? content.source.en : content.source.zh,
                },
                {
                  label: t("sheet.hash"),
                  value: (
                    <>
                      <code className="num break-all text-sm">{page.sha256}</code>
                      <br />
                      {figures(page.fits ? "snapshot.fits" : "snapshot.broken")}
                    </>
                  ),
                },
              ]}
            />
          </Section>
        </aside>
      </div>
    </>
  );
}
