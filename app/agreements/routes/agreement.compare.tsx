import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/marketplace/staff.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { PageHeader } from "~/ui/PageHeader";
import { RelativeDate } from "~/ui/RelativeDate";
import { Section } from "~/ui/Section";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { DiffText } from "../components/DiffText";
import { comparePage } from "../queries/edit-page.server";
import { type Compared, compareContents, compareWithTemplate } from "../rules/compare";
import { templateOf } from "../rules/templates/all";

const numberOf = (text: string | null): number | null =>
  text && /^\d{1,5}$/.test(text) ? Number(text) : null;

export const loader = async ({ request, params, context }: LoaderFunctionArgs) => {
  const ctx = await requireStaff(request, context);
  const query = new URL(request.url).searchParams;
  const page = await comparePage(
    ctx,
    params.id ?? "",
    query.get("document"),
    numberOf(query.get("from")),
    numberOf(query.get("to")),
  );
  if (!page) return throwRefusal({ code: "not_found", key: "errors.notFound" });
  const template = query.get("with") === "template" ? templateOf(page.after.templateId) : null;
  const compared = template
    ? { facts: [], commitments: [], clauses: compareWithTemplate(template, page.after), changes: 0 }
    : compareContents(page.before, page.after);
  const all = [...compared.facts, ...compared.clauses, ...compared.commitments];
  return {
    title: translatorFor(languageOf(request.headers)).room("agreements")("compare.title"),
    agreement: { id: page.agreement.id, title: page.agreement.title },
    documentId: page.document.id,
    versions: page.versions.map((one) => ({
      ...one,
      organization: page.parties.find((party) => party.id === one.organizationId)?.shortName ?? "",
    })),
    from: page.from,
    to: page.to,
    template: template?.title ?? null,
    compared,
    changes: all.filter((one) => one.kind !== "same").length,
    now: ctx.clock.now().toISOString(),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const Piece = ({ piece, named }: { piece: Compared; named?: string }) => {
  const t = useWords("agreements");
  return (
    <div className="border-b border-line py-3">
      <div className="row">
        {named ? <h3>{named}</h3> : <DiffText parts={piece.title} />}
        {piece.kind !== "same" && <Tag>{t(`compare.${piece.kind}`)}</Tag>}
      </div>
      <DiffText parts={piece.body} />
    </div>
  );
};

/** Clause by clause and word by word what changed between two versions, or from the model text. */
export default function CompareVersions() {
  const t = useWords("agreements");
  const { any, language } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const { agreement, compared, documentId } = page;
  const base = `/agreements/${agreement.id}/compare?document=${documentId}`;
  const changed = (pieces: readonly Compared[]) => pieces.filter((one) => one.kind !== "same");
  const left = page.template
    ? page.template[language === "en" ? "en" : "zh"]
    : t("page.version", { number: page.from });
  return (
    <>
      <PageHeader
        title={t("compare.title")}
        trail={[
          { href: "/agreements", label: t("title") },
          { href: `/agreements/${agreement.id}`, label: agreement.title },
        ]}
        subtitle={`${t("compare.lead", { from: left, to: t("page.version", { number: page.to }), count: page.changes })} ${t("compare.legend")}`}
      />
      <div className="cols">
        <div className="stack">
          {page.changes === 0 && <p>{t("compare.same")}</p>}
          {changed(compared.facts).length > 0 && (
            <Section id="facts" title={t("compare.facts")}>
              {changed(compared.facts).map((one) => (
                <Piece key={one.id} piece={one} named={any(`agreements.compareFact.${one.id}`)} />
              ))}
            </Section>
          )}
          {changed(compared.commitments).length > 0 && (
            <Section id="commitments" title={t("edit.commitments")}>
              {changed(compared.commitments).map((one) => (
                <Piece key={one.id} piece={one} />
              ))}
            </Section>
          )}
          {changed(compared.clauses).length > 0 && (
            <Section id="clauses" title={t("edit.clauses")}>
              {changed(compared.clauses).map((one) => (
                <Piece key={one.id} piece={one} />
              ))}
            </Section>
          )}
        </div>
        <aside className="stack">
          <h2 className="text-lg">{t("compare.versions")}</h2>
          <p>
            <a href={`${base}&with=template&to=${page.to}`}>{t("compare.withTemplate")}</a>
          </p>
          <ol>
            {page.versions.map((one) => (
              <li key={one.number} className="mt-2">
                {one.number > 1 ? (
                  <a href={`${base}&from=${one.number - 1}&to=${one.number}`}>
                    {t("page.version", { number: one.number })}
                  </a>
                ) : (
                  t("page.version", { number: one.number })
                )}{" "}
                {any(`agreements.versionKind.${one.kind}`)}
                <div className="note">
                  {t("compare.madeBy", { who: one.authorName, organization: one.organization })}{" "}
                  <RelativeDate at={new Date(one.createdAt).toISOString()} now={page.now} />
                </div>
                {one.note && <div className="meta">{one.note}</div>}
              </li>
            ))}
          </ol>
        </aside>
      </div>
    </>
  );
}
