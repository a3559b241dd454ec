import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { newId } from "~/platform/id";
import { Facts } from "~/ui/Facts";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import {
  BulletinCounts,
  BulletinFigures,
  BulletinRanking,
  BulletinTargets,
} from "../components/BulletinParts";
import { periodText } from "../components/bulletin-text";
import { CopyButton } from "../components/CopyButton";
import { bulletinIssue } from "../queries/bulletins-page.server";
import { maySeeSheets } from "../report-policy";
import { isQuiet } from "../rules/bulletins/content";

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const sees = maySeeSheets(ctx.actor);
  if (!sees.ok) throwRefusal({ code: "forbidden", key: "reports.errors.bulletinReaders" });
  const issue = await bulletinIssue(ctx, params.id ?? "");
  if (!issue) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  return { title: issue.title, issue, submissionKey: newId() };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** One issue of a bulletin, as it was drawn. */
export default function Bulletin() {
  const t = useWords("reports");
  const figures = useWords("indicators");
  const { language } = useTranslator();
  const { issue, submissionKey } = useLoaderData<typeof loader>();
  const { content } = issue;
  return (
    <>
      <PageHeader
        title={issue.title}
        trail={[{ href: "/oversight/bulletins", label: t("bulletin.list") }]}
        subtitle={`${content.place} · ${periodText(issue.period, t)} · ${content.authority}`}
        action={<CopyButton kind="bulletin" subjectId={issue.id} submissionKey={submissionKey} />}
      />
      {isQuiet(content) && <Notice>{t("bulletin.quiet")}</Notice>}
      {content.missed.length > 0 && (
        <Notice tone="wait">
          {t("bulletin.missed", { list: content.missed.map((one) => periodText(one, t)).join("、") })}
        </Notice>
      )}
      <div className="cols">
        <div className="stack">
          <BulletinCounts content={content} />
          <BulletinFigures content={content} />
          <BulletinTargets content={content} />
          <BulletinRanking content={content} />
        </div>
        <aside>
          <Section id="facts" title={t("sheet.facts")}>
            <Facts
              facts={[
                { label: t("bulletin.by"), value: content.authority },
                { label: t("bulletin.drawn"), value: absoluteText(issue.drawnAt, language) },
                { label: t("bulletin.asOf"), value: absoluteText(content.asOf, language) },
                {
                  label: t("sheet.hash"),
                  value: (
                    <>
                      <code className="num break-all text-sm">{issue.sha256}</code>
                      <br />
                      {figures(issue.fits ? "snapshot.fits" : "snapshot.broken")}
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
