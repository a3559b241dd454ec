import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireMember } from "~/identity/session.server";
import { throwRefusal } from "~/platform/http/respond.server";
import { languageOf } from "~/platform/i18n/language";
import { DataTable } from "~/ui/DataTable";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { Money } from "~/ui/Money";
import { PageHeader } from "~/ui/PageHeader";
import { StateBadge } from "~/ui/StateBadge";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { OrganizationTabs } from "../components/OrganizationTabs";
import { mayEditProfile, mayHavePosts } from "../policy";
import { postsOf } from "../queries/posts.server";

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const ctx = await requireMember(request, context);
  const allowed = mayHavePosts(ctx.actor);
  if (!allowed.ok) throwRefusal(allowed.refusal);
  return {
    title: translatorFor(languageOf(request.headers)).room("organizations")("posts.title"),
    mayEdit: mayEditProfile(ctx.actor).ok,
    posts: await postsOf(ctx.actor.organizationId),
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The own enterprise's posts: what matching and the limits on interns start from. */
export default function Posts() {
  const t = useWords("organizations");
  const { posts, mayEdit } = useLoaderData<typeof loader>();
  const imports = useWords("imports");
  const add = mayEdit && (
    <>
      <LinkButton href="/organization/posts/import" look="quiet">
        {imports("link")}
      </LinkButton>
      <LinkButton href="/organization/posts/new">{t("posts.add")}</LinkButton>
    </>
  );
  return (
    <>
      <PageHeader title={t("posts.title")} subtitle={t("posts.intro")} action={posts.length > 0 && add} />
      <OrganizationTabs
        kind="enterprise"
        current="posts"
        posts={posts.filter((post) => !post.closed).length}
      />
      <div className="mt-6">
        <DataTable
          caption={t("posts.title")}
          captionHidden
          rows={posts}
          rowKey={(post) => post.id}
          empty={
            <EmptyState level={2} title={t("posts.empty")} action={add}>
              <p>{t("posts.emptyText")}</p>
            </EmptyState>
          }
          columns={[
            {
              key: "name",
              label: t("posts.name"),
              lead: true,
              cell: (post) => <a href={`/organization/posts/${post.id}`}>{post.name}</a>,
            },
            {
              key: "occupation",
              label: t("posts.occupation"),
              cell: (post) => `${post.occupation} ${post.occupationCode}`,
            },
            {
              key: "headcount",
              label: t("posts.headcount"),
              numeric: true,
              cell: (post) => post.headcount,
            },
            {
              key: "pay",
              label: t("posts.pay"),
              numeric: true,
              cell: (post) => (post.samePostPayFen === null ? "–" : <Money fen={post.samePostPayFen} />),
            },
            {
              key: "hazards",
              label: t("posts.hazards"),
              numeric: true,
              cell: (post) => post.hazards.length || "–",
            },
            {
              key: "state",
              label: t("posts.state"),
              cell: (post) => (
                <StateBadge
                  tone={post.closed ? "neutral" : "ok"}
                  word={t(post.closed ? "posts.closed" : "posts.open")}
                />
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
