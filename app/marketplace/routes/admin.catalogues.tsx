import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { catalogueVersions } from "~/catalogues/queries/catalogue-versions.server";
import { versionDifference } from "~/catalogues/queries/version-difference.server";
import { requireOperator } from "~/identity/session.server";
import { languageOf } from "~/platform/i18n/language";
import { isId } from "~/platform/id";
import { EmptyState } from "~/ui/EmptyState";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { VersionDifference } from "../components/VersionDifference";
import { VersionTable } from "../components/VersionTable";
import { WithdrawnUses } from "../components/WithdrawnUses";
import { withdrawnInUse } from "../queries/withdrawn-in-use.sqlite.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { clock } = await requireOperator(request, context);
  const asked = new URL(request.url).searchParams.get("version") ?? "";
  const [versions, difference] = await Promise.all([
    catalogueVersions(),
    isId(asked) ? versionDifference(asked) : null,
  ]);
  return {
    title: translatorFor(languageOf(request.headers)).room("operator")("catalogues.title"),
    now: clock.now().toISOString(),
    uses: withdrawnInUse(),
    versions: versions.map((one) => ({ ...one, importedAt: one.importedAt.toISOString() })),
    difference: difference && {
      catalogue: difference.version.catalogue,
      version: difference.version.version,
      document: difference.version.document,
      counts: {
        added: difference.version.added,
        changed: difference.version.changed,
        withdrawn: difference.version.withdrawn,
      },
      added: difference.added,
      withdrawn: difference.withdrawn,
    },
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The catalogues' versions, what each changed, and which living records still use withdrawn codes. */
export default function Catalogues() {
  const t = useWords("operator");
  const admin = useWords("admin");
  const { uses, versions, difference, now } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("catalogues.title")}
        subtitle={t("catalogues.subtitle")}
        trail={[{ href: "/admin", label: admin("title") }]}
      />
      <div className="stack mt-6">
        {difference && <VersionDifference difference={difference} />}
        <Section title={t("catalogues.effect")} id="effect">
          {uses.length === 0 ? (
            <p className="meta mt-3">{t("catalogues.noEffect")}</p>
          ) : (
            <WithdrawnUses uses={uses} />
          )}
        </Section>
        <Section title={t("catalogues.versions")} id="versions">
          <VersionTable
            versions={versions}
            now={now}
            empty={
              <EmptyState title={t("catalogues.none")}>
                <p>{t("catalogues.noneText")}</p>
              </EmptyState>
            }
          />
        </Section>
      </div>
    </>
  );
}
