import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf } from "~/platform/i18n/language";
import { EmptyState } from "~/ui/EmptyState";
import { type FacetGroup, Facets } from "~/ui/Facets";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { RuleItem } from "../components/RuleItem";
import { browseRules, isStage, packChoices, stageChoices } from "../rule-view";
import type { Stage } from "../rules/rule";

export const loader = ({ request }: LoaderFunctionArgs) => {
  const language = languageOf(request.headers);
  const query = new URL(request.url).searchParams;
  const pack = query.get("pack") || null;
  const asked = query.get("stage");
  const stage = isStage(asked) ? asked : null;
  return {
    pack,
    stage,
    packs: packChoices(stage, language),
    stages: stageChoices(pack),
    shown: browseRules(pack, stage, language),
    title: translatorFor(language).room("regulations")("list.metaTitle"),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data }) => (data ? [{ title: data.title }] : []);

const address = (pack: string | null, stage: Stage | null) => {
  const query = new URLSearchParams();
  if (pack) query.set("pack", pack);
  if (stage) query.set("stage", stage);
  return query.size > 0 ? `/regulations?${query}` : "/regulations";
};

export default function Regulations() {
  const { pack, stage, packs, stages, shown } = useLoaderData<typeof loader>();
  const t = useWords("regulations");
  const total = shown.reduce((sum, one) => sum + one.rules.length, 0);
  const groups: FacetGroup[] = [
    {
      name: "pack",
      title: t("list.packs"),
      kind: "links",
      options: packs.map((one) => ({
        value: one.id,
        label: one.title,
        count: one.count,
        selected: one.id === pack,
        href: address(one.id === pack ? null : one.id, stage),
      })),
    },
    {
      name: "stage",
      title: t("list.stages"),
      kind: "links",
      options: stages.map((one) => ({
        value: one.id,
        label: t(`stage.${one.id}`),
        count: one.count,
        selected: one.id === stage,
        href: address(pack, one.id === stage ? null : one.id),
      })),
    },
  ];
  return (
    <>
      <PageHeader
        title={t("list.title")}
        subtitle={t("list.subtitle")}
        action={<LinkButton href="/regulations/check">{t("list.check")}</LinkButton>}
      />
      <div className="mt-6 grid gap-x-10 gap-y-4 md:grid-cols-[232px_minmax(0,1fr)]">
        <Facets groups={groups} clearHref="/regulations" />
        <div>
          <p className="meta">{t("list.total", { total })}</p>
          {shown.length === 0 && (
            <EmptyState title={t("list.none")} level={2}>
              <p>{t("list.noneHint")}</p>
            </EmptyState>
          )}
          {shown.map((one) => (
            <Section
              key={one.id}
              id={one.id}
              title={one.title}
              aside={t("list.total", { total: one.rules.length })}
            >
              <ul>
                {one.rules.map((rule) => (
                  <RuleItem key={rule.id} rule={rule} />
                ))}
              </ul>
            </Section>
          ))}
        </div>
      </div>
    </>
  );
}
