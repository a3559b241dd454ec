import { LinkButton } from "~/ui/LinkButton";
import { Money } from "~/ui/Money";
import { Notice } from "~/ui/Notice";
import { Section } from "~/ui/Section";
import { absoluteText } from "~/ui/when";
import { useTranslator, useWords } from "~/words/use-words";
import type { PublicOrganization } from "../shapes";
import { type Fact, FactList } from "./FactList";

type Props = { profile: PublicOrganization };

/** Says that a profile comes from a public list, which one, and how the school itself takes it over. */
export const UnclaimedNotice = ({ profile }: Props) => {
  const t = useWords("organizations");
  if (profile.state !== "unclaimed" || !profile.source) return null;
  return (
    <Notice tone="neutral">
      <strong>{t("public.unclaimedTitle")}</strong>
      <p>{t("public.unclaimedText", profile.source)}</p>
      <p>{t("public.claim")}</p>
      <div className="mt-2">
        <LinkButton href="/register?kind=school" look="ghost" small>
          {t("public.claimAct")}
        </LinkButton>
      </div>
    </Notice>
  );
};

/** What an organization says about itself. */
export const PublicIntroduction = ({ profile }: Props) =>
  profile.introduction ? <p className="prose whitespace-pre-line">{profile.introduction}</p> : null;

/** The facts of an organization anybody may know; `answers` says how it answers enquiries, null where nobody could. */
export const PublicFacts = ({ profile, answers }: Props & { answers: string | null }) => {
  const t = useWords("organizations");
  const trust = useWords("trust");
  const { language } = useTranslator();
  const place = [profile.region, profile.address].filter(Boolean).join(" ");
  const facts: (Fact | null)[] = [
    {
      label: t("public.place"),
      value: (
        <>
          {place}
          {profile.point?.approximate && <div className="note">{t("public.approximate")}</div>}
        </>
      ),
    },
    profile.formerNames.length > 0
      ? { label: trust("former.names"), value: profile.formerNames.join("、") }
      : null,
    answers === null ? null : { label: t("public.reply"), value: answers },
    profile.uscc ? { label: t("profile.uscc"), value: profile.uscc } : null,
    profile.schoolCode ? { label: t("profile.schoolCode"), value: profile.schoolCode } : null,
    profile.industry ? { label: t("profile.industry"), value: profile.industry } : null,
    profile.employees
      ? { label: t("profile.employees"), value: t("people", { total: profile.employees }) }
      : null,
    profile.schoolLevel
      ? { label: t("profile.schoolLevel"), value: t(`level.${profile.schoolLevel as "associate"}`) }
      : null,
    profile.ownership
      ? { label: t("profile.ownership"), value: t(`ownership.${profile.ownership as "public"}`) }
      : null,
    profile.website
      ? {
          label: t("profile.website"),
          value: (
            <a href={profile.website} rel="nofollow noopener noreferrer">
              {profile.website}
            </a>
          ),
        }
      : null,
    profile.verifiedAt
      ? {
          label: t("public.verified"),
          value: t("public.verifiedOn", { date: absoluteText(profile.verifiedAt.slice(0, 10), language) }),
        }
      : null,
  ];
  return (
    <Section title={t("public.facts")} id="facts">
      <FactList facts={facts.filter((fact): fact is Fact => fact !== null)} />
      {profile.source && profile.state !== "unclaimed" && (
        <p className="note mt-2">{t("public.sourceNote", profile.source)}</p>
      )}
      <p className="note mt-3">
        <a href={`/organizations/${profile.id}/report`}>{trust("report.link")}</a>
      </p>
    </Section>
  );
};

/** A school's programmes, or an enterprise's posts. */
export const PublicCapacities = ({ profile }: Props) => {
  const t = useWords("organizations");
  if (profile.kind === "enterprise") {
    return (
      <Section title={t("public.posts")} id="posts">
        {profile.posts.length === 0 && <p className="meta mt-3">{t("public.noPosts")}</p>}
        <ul>
          {profile.posts.map((post) => (
            <li key={post.id} className="between border-b border-(--line) py-2.5">
              <span>
                {post.name} <span className="meta">{post.occupation}</span>
              </span>
              <span className="meta num">
                {t("public.headcount", { headcount: post.headcount })}
                {post.samePostPayFen !== null && (
                  <>
                    {" · "}
                    <Money fen={post.samePostPayFen} />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    );
  }
  if (profile.kind !== "school" || profile.state === "unclaimed") return null;
  return (
    <Section title={t("public.programmes")} id="programmes">
      {profile.programmes.length === 0 && <p className="meta mt-3">{t("public.noProgrammes")}</p>}
      <ul>
        {profile.programmes.map((programme) => (
          <li key={programme.id} className="between border-b border-(--line) py-2.5">
            <span>
              {programme.name} <span className="meta num">{programme.majorCode}</span>{" "}
              <span className="meta">{t(`level.${programme.level as "associate"}`)}</span>
            </span>
            <span className="meta num">{t("public.seats", { seats: programme.seats })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
};
