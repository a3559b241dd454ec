import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tellPathways } from "~/articulation/queries/recent-pathways.server";
import { tellCredits } from "~/credits/queries/recent-credits.server";
import { mayWrite, type Person } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { MatchItems } from "~/marketplace/components/MatchItems";
import { RecentEvents } from "~/marketplace/components/RecentEvents";
import { WaitingList } from "~/marketplace/components/WaitingList";
import { WorkspaceFigures } from "~/marketplace/components/WorkspaceFigures";
import { recentEvents } from "~/marketplace/queries/recent-events.server";
import { studentPicks } from "~/marketplace/queries/student-picks.server";
import { waitingFor } from "~/marketplace/queries/waiting.server";
import { workspaceFigures } from "~/marketplace/queries/workspace-figures.server";
import { DEALING } from "~/marketplace/staff.server";
import { ownTransferEvents, tellTransfers } from "~/pathways/queries/recent-transfers.server";
import { languageOf } from "~/platform/i18n/language";
import { civilDate } from "~/platform/time/clock";
import { EmptyState } from "~/ui/EmptyState";
import { LinkButton } from "~/ui/LinkButton";
import { PageHeader } from "~/ui/PageHeader";
import { Section } from "~/ui/Section";
import { translatorFor } from "~/words/translator.server";
import { useWords } from "~/words/use-words";
import { WHAT_WAITS } from "./what-waits.server";

const PERSONAS = [
  "school",
  "enterprise",
  "authority",
  "operator",
  "person",
  "student",
  "unverified",
  "other",
] as const;
type Persona = (typeof PERSONAS)[number];

const personaOf = ({ organization, isOperator }: Person): Persona => {
  if (!organization) return isOperator ? "operator" : "person";
  if (organization.role === "student") return "student";
  if (organization.kind === "authority") return "authority";
  if (!organization.verified) return "unverified";
  return organization.kind === "school" || organization.kind === "enterprise" ? organization.kind : "other";
};

/** The hour in Shanghai decides the greeting. */
const greetingAt = (now: Date): "morning" | "afternoon" | "evening" => {
  const hour = (now.getUTCHours() + 8) % 24;
  return hour >= 5 && hour < 12 ? "morning" : hour >= 12 && hour < 18 ? "afternoon" : "evening";
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, clock } = await requirePerson(request, context);
  const now = clock.now();
  const today = civilDate(now);
  const persona = personaOf(actor);
  const organizationId = persona === "student" ? null : actor.organizationId;
  const [waiting, figures, recent, picks] = await Promise.all([
    waitingFor(actor, today, WHAT_WAITS),
    workspaceFigures(actor, now),
    organizationId
      ? recentEvents(organizationId, [tellTransfers, tellCredits, tellPathways])
      : ownTransferEvents(actor),
    persona === "student" && actor.organizationId ? studentPicks(actor.organizationId, today) : [],
  ]);
  return {
    title: translatorFor(languageOf(request.headers)).room("workspace")("title"),
    now: now.toISOString(),
    greeting: greetingAt(now),
    organization: actor.organization?.name ?? null,
    persona,
    mayPublish:
      actor.organization !== null &&
      DEALING.includes(actor.organization.kind) &&
      mayWrite({ organization: actor.organization }),
    waiting,
    ...figures,
    recent: organizationId || recent.length > 0 ? recent : null,
    picks,
  };
};

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

/** The one next action of a reader for whom nothing waits. */
const NEXT: Record<
  Exclude<Persona, "student">,
  { href: string; key: "publish" | "matches" | "search" | "register" | "listings" } | null
> = {
  school: { href: "/matches", key: "matches" },
  enterprise: { href: "/listings/new", key: "publish" },
  unverified: { href: "/listings/new", key: "publish" },
  other: { href: "/listings", key: "search" },
  authority: { href: "/listings", key: "listings" },
  operator: null,
  person: { href: "/register", key: "register" },
};

const Nothing = ({ persona }: { persona: Exclude<Persona, "student"> }) => {
  const t = useWords("workspace");
  const next = NEXT[persona];
  return (
    <EmptyState
      level={2}
      title={t(`empty.${persona}.title`)}
      action={
        next && (
          <>
            <LinkButton href={next.href}>{t(`act.${next.key}`)}</LinkButton>
            {persona === "person" && (
              <LinkButton href="/listings" look="quiet">
                {t("act.listings")}
              </LinkButton>
            )}
          </>
        )
      }
    >
      <p>{t(`empty.${persona}.text`)}</p>
    </EmptyState>
  );
};

/** The signed-in home: what waits for me, what is under way, what happened. */
export default function Workspace() {
  const t = useWords("workspace");
  const page = useLoaderData<typeof loader>();
  const { now, persona, waiting, figures, region, recent, picks } = page;
  const greeting = t(`greeting.${page.greeting}`);
  const counts = { greeting, count: waiting.total, late: waiting.late };
  const headline = waiting.total === 0 ? "headlineNone" : waiting.late > 0 ? "headlineLate" : "headline";
  return (
    <>
      <PageHeader
        title={t(headline, counts)}
        subtitle={page.organization}
        action={
          page.mayPublish && (
            <LinkButton href="/listings/new" look="quiet" icon="plus">
              {t("act.publish")}
            </LinkButton>
          )
        }
      />
      <div className={recent ? "cols" : "mt-6"}>
        <div className="stack">
          {waiting.items.length > 0 ? (
            <Section id="turn" title={t("yourTurn")}>
              <WaitingList items={waiting.items} now={now} />
            </Section>
          ) : (
            persona !== "student" && <Nothing persona={persona} />
          )}
          {persona === "student" && (
            <Section id="picks" title={t("student.title")}>
              {picks.length === 0 ? (
                <EmptyState
                  title={t("student.noneTitle")}
                  action={<LinkButton href="/listings">{t("act.search")}</LinkButton>}
                >
                  <p>{t("student.noneText")}</p>
                </EmptyState>
              ) : (
                <>
                  <p className="meta mt-3">{t("student.text")}</p>
                  <MatchItems matches={picks} enquiryHref={null} brief />
                </>
              )}
            </Section>
          )}
          <WorkspaceFigures figures={figures} region={region} />
        </div>
        {recent && (
          <aside>
            <RecentEvents events={recent} now={now} />
          </aside>
        )}
      </div>
    </>
  );
}
