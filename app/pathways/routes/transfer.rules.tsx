import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/identity/session.server";
import { read } from "~/platform/db/client.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate, systemClock } from "~/platform/time/clock";
import { Facts } from "~/ui/Facts";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Tabs } from "~/ui/Tabs";
import { Tag } from "~/ui/Tag";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { factText } from "../fact-text";
import { loadRules } from "../rule-set.server";
import { FACT_KEYS } from "../rules/pack";
import { TRANSFER_PACKS } from "../rules/packs/all";

/** A region of each pack, as a code: the pack's prefix, filled up; "000000" stands for anywhere else. */
const regionCodeOf = (prefix: string | null): string => (prefix ?? "").padEnd(6, "0");

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const asked = new URL(request.url).searchParams.get("region") ?? "";
  const today = civilDate(systemClock.now());
  const pack = TRANSFER_PACKS.find((one) => one.id === asked) ?? TRANSFER_PACKS[0];
  const person = await personOf(request, context);
  return {
    title: translatorFor(languageOf(request.headers)).room("transfers")("rules.title"),
    today,
    adjusts: person?.organization?.kind === "authority",
    packs: TRANSFER_PACKS.map(({ id, title, validFrom, region }) => ({ id, title, validFrom, region })),
    chosen: pack?.id ?? "generic",
    summary: pack?.summary ?? { zh: "", en: "" },
    validFrom: pack?.validFrom ?? today,
    rules: await loadRules(read, regionCodeOf(pack?.region ?? null), today),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: found }) => [{ title: found?.title }];

/** The rules of a region, readable by anybody: every fact with where it comes from and whether it was confirmed. */
export default function TransferRules() {
  const t = useWords("transfers");
  const { any, language } = useTranslator();
  const side = language === "en" ? "en" : "zh";
  const { rules, packs, chosen, summary, today, adjusts } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={t("rules.title")}
        subtitle={t("rules.subtitle", { title: rules.title[side], on: today })}
        action={
          adjusts ? (
            <LinkButton href="/transfers/rules/adjust" look="ghost">
              {t("rules.adjust")}
            </LinkButton>
          ) : (
            <LinkButton href="/transfers">{t("title")}</LinkButton>
          )
        }
      />
      <Tabs
        label={t("rules.compare")}
        tabs={packs.map((pack) => ({
          href: `/transfers/rules?region=${pack.id}`,
          label: `${pack.title[side]} (${t("rules.from", { from: pack.validFrom })})`,
          current: pack.id === chosen,
        }))}
      />
      <p className="mt-4 max-w-3xl">{summary[side]}</p>
      <Facts
        facts={FACT_KEYS.map((key) => {
          const { value, source } = rules.facts[key];
          const mark = source.changedFrom
            ? t("rules.source") +
              t("colon") +
              any("transferRules.source.changed", { from: source.changedFrom })
            : any(source.verified ? "transferRules.source.verified" : "transferRules.source.house");
          const document = [source.document[side], source.article?.[side]].filter(Boolean).join(" ");
          return {
            label: any(`transferRules.fact.${key}`),
            value: (
              <>
                {factText(key, value, any)}
                <span className="note block">
                  {document} <Tag>{mark}</Tag>
                </span>
              </>
            ),
          };
        })}
      />
    </>
  );
}
