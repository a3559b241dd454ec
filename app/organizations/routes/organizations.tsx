import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { parseQuery } from "~/platform/http/form.server";
import { languageOf } from "~/platform/i18n/language";
import { Button } from "~/ui/Button";
import { EmptyState } from "~/ui/EmptyState";
import { SelectField } from "~/ui/form/SelectField";
import { TextField } from "~/ui/form/TextField";
import { LinkButton } from "~/ui/LinkButton";
import { Notice } from "~/ui/Notice";
import { PageHeader } from "~/ui/PageHeader";
import { Pagination } from "~/ui/Pagination";
import { translatorFor } from "~/words/translator.server";
import { useTranslator, useWords } from "~/words/use-words";
import { OrganizationBadge } from "../components/OrganizationBadge";
import { OrganizationResult } from "../components/OrganizationResult";
import { provinces } from "../queries/labels.server";
import { searchOrganizations } from "../queries/search-organizations.server";
import { LISTED_KINDS, type OrganizationQuery, organizationQuery } from "../schema";

export const loader = async ({ request }: LoaderFunctionArgs) => {
  const parsed = parseQuery(new URL(request.url).searchParams, organizationQuery);
  const query: OrganizationQuery = parsed.ok ? parsed.value : {};
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("list.title"),
    query,
    provinces: await provinces(),
    ...(await searchOrganizations(query)),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

const hrefOf = (query: OrganizationQuery, after: string | null): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, after })) if (value) params.set(name, value);
  const text = params.toString();
  return text ? `/organizations?${text}` : "/organizations";
};

/** What the two marks mean, and how an organization gets one. */
const MarksExplained = () => {
  const t = useWords("organizations");
  return (
    <aside className="card self-start" aria-labelledby="marks">
      <h2 id="marks" className="text-base font-semibold">
        {t("list.marks")}
      </h2>
      <p className="mt-3">
        <OrganizationBadge state="verified" />
      </p>
      <p className="meta mt-1">{t("list.verifiedMeans")}</p>
      <p className="mt-4">
        <OrganizationBadge state="unclaimed" />
      </p>
      <p className="meta mt-1">{t("list.unclaimedMeans")}</p>
      <p className="mt-4 text-sm">
        <a href="/register">{t("list.register")}</a>
      </p>
    </aside>
  );
};

/** Organizations anybody may see: words, kind and province in the address, twenty at a time. */
export default function Organizations() {
  const t = useWords("organizations");
  const { any } = useTranslator();
  const page = useLoaderData<typeof loader>();
  const { query, items } = page;
  return (
    <>
      <PageHeader title={t("list.title")} subtitle={t("list.intro")} />
      <form className="search mt-5" action="/organizations" role="search">
        <TextField
          name="q"
          type="search"
          label={t("list.words")}
          bare
          defaultValue={query.q}
          placeholder={t("list.words")}
          maxLength={80}
        />
        <SelectField
          name="kind"
          label={t("list.kind")}
          bare
          empty={t("list.allKinds")}
          defaultValue={query.kind}
          options={LISTED_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <SelectField
          name="province"
          label={t("list.province")}
          bare
          empty={t("list.allProvinces")}
          defaultValue={query.province}
          options={page.provinces.map((province) => ({ value: province.code, label: province.name }))}
        />
        <Button icon="search">{t("list.search")}</Button>
      </form>
      <p className="note mt-2">{t("list.wordsHint")}</p>
      {page.corrected && (
        <Notice tone="neutral">
          {any("platform.corrected", { typed: query.q ?? "", meant: page.corrected })}
        </Notice>
      )}
      {page.loosened && <Notice tone="neutral">{t("list.loosened")}</Notice>}
      {items.length === 0 ? (
        <EmptyState
          level={2}
          title={t("list.none")}
          action={<LinkButton href="/organizations">{t("list.clear")}</LinkButton>}
        >
          <p>{t("list.noneText")}</p>
        </EmptyState>
      ) : (
        <div className="cols">
          <section aria-label={t("list.title")} className="min-w-0">
            <div className="ruled">
              <h2 className="num">{t(page.more ? "list.more" : "list.total", { total: page.total })}</h2>
            </div>
            {items.map((item) => (
              <OrganizationResult key={item.id} item={item} />
            ))}
            <Pagination
              {...(query.after ? { firstHref: hrefOf({ ...query, after: undefined }, null) } : {})}
              {...(page.nextCursor ? { nextHref: hrefOf(query, page.nextCursor) } : {})}
            />
          </section>
          <MarksExplained />
        </div>
      )}
    </>
  );
}
