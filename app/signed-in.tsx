import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { agreementsWaitingCount } from "~/agreements/queries/agreements-waiting.server";
import { takesPart } from "~/articulation/queries/takes-part.server";
import type { Person } from "~/identity/actor";
import { requirePerson } from "~/identity/session.server";
import { enquiriesWaiting } from "~/marketplace/queries/enquiries-waiting.server";
import { sideOf } from "~/placements/application-policy";
import { applicationsWaitingCount } from "~/placements/queries/applications-waiting.server";
import type { IconName } from "~/ui/Icon";
import { Shell } from "~/ui/Shell";
import type { WordKey } from "~/words";
import { useWords } from "~/words/use-words";

type PlaceKey = { href: string; key: WordKey<"platform">; icon: IconName };

const WORKSPACE: PlaceKey = { href: "/workspace", key: "nav.workspace", icon: "home" };
const MATCHES: PlaceKey = { href: "/matches", key: "nav.matches", icon: "match" };
const ENQUIRIES: PlaceKey = { href: "/enquiries", key: "nav.enquiries", icon: "talk" };
const AGREEMENTS: PlaceKey = { href: "/agreements", key: "nav.agreements", icon: "doc" };
const TRANSFERS: PlaceKey = { href: "/transfers", key: "nav.transfers", icon: "school" };
const CREDITS: PlaceKey = { href: "/credits", key: "nav.credits", icon: "seal" };
const PATHWAYS: PlaceKey = { href: "/pathways", key: "nav.pathways", icon: "map" };
const RESOURCES: PlaceKey = { href: "/resources/mine", key: "nav.resources", icon: "building" };
const OURS: PlaceKey = { href: "/listings/mine", key: "nav.myListings", icon: "list" };
const APPLICATIONS: PlaceKey = { href: "/applications", key: "nav.applications", icon: "mail" };
const PLACEMENTS: PlaceKey = { href: "/placements", key: "nav.placements", icon: "tool" };
const ROUNDS: PlaceKey = { href: "/rounds", key: "nav.rounds", icon: "filter" };
const SANDBOX: PlaceKey = { href: "/regulations/sandbox", key: "nav.sandbox", icon: "gear" };
const STUDENTS: PlaceKey = { href: "/organization/students", key: "nav.students", icon: "people" };
const SURVEYS: PlaceKey = { href: "/surveys", key: "nav.surveys", icon: "list" };
const RECOGNITION: PlaceKey = { href: "/recognition", key: "nav.recognition", icon: "seal" };
const OVERSIGHT: PlaceKey = { href: "/oversight", key: "nav.oversight", icon: "eye" };
const FIGURES: PlaceKey = { href: "/oversight/indicators", key: "nav.indicators", icon: "eye" };
const CARDS: PlaceKey = { href: "/oversight/cards", key: "nav.cards", icon: "list" };
const CONSORTIA: PlaceKey = { href: "/oversight/consortia", key: "nav.consortia", icon: "building" };
const SEARCH: PlaceKey = { href: "/listings", key: "nav.listings", icon: "search" };
const PROFILE: PlaceKey = { href: "/organization", key: "nav.profile", icon: "building" };
const MEMBERS: PlaceKey = { href: "/organization/members", key: "nav.members", icon: "people" };
const ADMIN: PlaceKey = { href: "/admin", key: "nav.admin", icon: "gear" };
const CHILDREN: PlaceKey = { href: "/account/children", key: "nav.children", icon: "people" };
const MY_DATA: PlaceKey = { href: "/account/data", key: "nav.myData", icon: "doc" };
const ACCOUNT: PlaceKey = { href: "/account", key: "nav.account", icon: "person" };

/** Which places a person works in, in order of use. Pages decide again for themselves; this only spares dead ends. */
const placesOf = (person: Person, partOfPathway: boolean): PlaceKey[] => {
  const { organization } = person;
  const admin = person.isOperator ? [ADMIN] : [];
  if (!organization)
    return [
      WORKSPACE,
      ...admin,
      ...(person.isOperator ? [] : [CHILDREN, PLACEMENTS, TRANSFERS, CREDITS]),
      SEARCH,
      ACCOUNT,
    ];
  if (organization.role === "student") {
    return [
      WORKSPACE,
      APPLICATIONS,
      PLACEMENTS,
      SEARCH,
      ROUNDS,
      TRANSFERS,
      CREDITS,
      ...(partOfPathway ? [PATHWAYS] : []),
      MY_DATA,
      ACCOUNT,
    ];
  }
  const trades = organization.kind !== "authority";
  const matches = organization.kind === "enterprise" || organization.kind === "school" ? [MATCHES] : [];
  const rounds = matches.length > 0 ? [ROUNDS] : [];
  const placements = matches.length > 0 ? [PLACEMENTS] : [];
  const applications = sideOf(person) ? [APPLICATIONS] : [];
  const students =
    ["school", "general_school"].includes(organization.kind) &&
    ["owner", "coordinator", "teacher"].includes(organization.role)
      ? [STUDENTS]
      : [];
  const transfers =
    organization.kind === "school" || organization.kind === "general_school" ? [TRANSFERS, CREDITS] : [];
  const pathways = organization.kind === "school" || partOfPathway ? [PATHWAYS] : [];
  const recognition = organization.kind === "enterprise" ? [RECOGNITION] : [];
  const surveys = organization.kind === "school" ? [SURVEYS] : [];
  const cards = organization.kind === "school" ? [CARDS] : [];
  const consortia = organization.kind === "industry_body" || organization.kind === "park" ? [CONSORTIA] : [];
  if (!trades)
    return [
      WORKSPACE,
      OVERSIGHT,
      SURVEYS,
      TRANSFERS,
      CREDITS,
      PATHWAYS,
      SANDBOX,
      SEARCH,
      PROFILE,
      MEMBERS,
      ACCOUNT,
      ...admin,
    ];
  return [
    WORKSPACE,
    ...matches,
    ENQUIRIES,
    AGREEMENTS,
    OURS,
    ...applications,
    ...rounds,
    ...placements,
    ...students,
    ...transfers,
    ...pathways,
    ...recognition,
    ...surveys,
    FIGURES,
    ...cards,
    ...consortia,
    RESOURCES,
    SEARCH,
    PROFILE,
    MEMBERS,
    ACCOUNT,
    ...admin,
  ];
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  return {
    name: actor.name,
    organization: actor.organization?.name,
    places: placesOf(actor, await takesPart(actor)),
    waiting: actor.organizationId ? await enquiriesWaiting(actor.organizationId) : 0,
    agreements: actor.organizationId ? await agreementsWaitingCount(actor.organizationId) : 0,
    applications: await applicationsWaitingCount(actor),
  };
};

/** The frame of signed-in work. */
export default function SignedInFrame() {
  const t = useWords("platform");
  const { name, organization, places, waiting, agreements, applications } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const at = /^\/listings\/(new$|[^/]+\/edit\/)/.test(pathname)
    ? OURS.href
    : /^\/resources\//.test(pathname)
      ? RESOURCES.href
      : pathname;
  const current = places
    .filter((place) => at === place.href || at.startsWith(`${place.href}/`))
    .sort((a, b) => b.href.length - a.href.length)[0];
  return (
    <Shell
      account={{ name, href: "/account", ...(organization ? { organization } : {}) }}
      returnTo={`${pathname}${search}`}
      places={places.map((place) => ({
        href: place.href,
        icon: place.icon,
        label: t(place.key),
        current: place === current,
        ...(place.href === "/enquiries" ? { count: waiting } : {}),
        ...(place.href === "/agreements" ? { count: agreements } : {}),
        ...(place.href === "/applications" ? { count: applications } : {}),
      }))}
    >
      <Outlet />
    </Shell>
  );
}
