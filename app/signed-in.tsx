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

type Group = { key: WordKey<"platform"> | null; places: readonly PlaceKey[] };

const when = (holds: boolean, ...places: PlaceKey[]): PlaceKey[] => (holds ? places : []);

const US: Group = { key: "nav.group.us", places: [PROFILE, MEMBERS, ACCOUNT] };

const studentGroups = (partOfPathway: boolean): Group[] => [
  { key: null, places: [WORKSPACE, APPLICATIONS, PLACEMENTS, SEARCH, ROUNDS] },
  { key: "nav.group.passage", places: [TRANSFERS, CREDITS, ...when(partOfPathway, PATHWAYS)] },
  { key: "nav.group.me", places: [MY_DATA, ACCOUNT] },
];

const authorityGroups: readonly Group[] = [
  { key: null, places: [WORKSPACE, OVERSIGHT, SURVEYS, SANDBOX, SEARCH] },
  { key: "nav.group.passage", places: [TRANSFERS, CREDITS, PATHWAYS] },
  US,
];

const memberGroups = (
  person: Person,
  { kind, role }: NonNullable<Person["organization"]>,
  partOfPathway: boolean,
): Group[] => {
  const school = kind === "school";
  const general = kind === "general_school";
  const enterprise = kind === "enterprise";
  const gathers = kind === "industry_body" || kind === "park";
  const knowsStudents = ["owner", "coordinator", "teacher"].includes(role);
  return [
    { key: null, places: [WORKSPACE] },
    {
      key: "nav.group.cooperation",
      places: [...when(school || enterprise, MATCHES), ENQUIRIES, AGREEMENTS, OURS, RESOURCES, SEARCH],
    },
    {
      key: "nav.group.students",
      places: [
        ...when(sideOf(person) !== null, APPLICATIONS),
        ...when(school || enterprise, ROUNDS, PLACEMENTS),
        ...when((school || general) && knowsStudents, STUDENTS),
      ],
    },
    {
      key: "nav.group.passage",
      places: [...when(school || general, TRANSFERS, CREDITS), ...when(school || partOfPathway, PATHWAYS)],
    },
    {
      key: "nav.group.figures",
      places: [
        FIGURES,
        ...when(enterprise, RECOGNITION),
        ...when(school, CARDS, SURVEYS),
        ...when(gathers, CONSORTIA),
      ],
    },
    US,
  ];
};

/** Which places a person works in, by what they are about. Pages decide again for themselves; this only spares dead ends. */
const placesOf = (person: Person, partOfPathway: boolean): Group[] => {
  const { organization } = person;
  const admin: Group[] = person.isOperator ? [{ key: "nav.group.platform", places: [ADMIN] }] : [];
  if (!organization) {
    const family = when(!person.isOperator, CHILDREN, PLACEMENTS, TRANSFERS, CREDITS);
    const way = when(partOfPathway, PATHWAYS);
    return [{ key: null, places: [WORKSPACE, ...family, ...way, SEARCH, ACCOUNT] }, ...admin];
  }
  if (organization.role === "student") return studentGroups(partOfPathway);
  const own =
    organization.kind === "authority" ? authorityGroups : memberGroups(person, organization, partOfPathway);
  return [...own.filter(({ places }) => places.length > 0), ...admin];
};

/** What stays in reach of a thumb: the four places most used from a phone, of those a person has. */
const ON_PHONE = [
  ...[
    WORKSPACE,
    OVERSIGHT,
    CHILDREN,
    ENQUIRIES,
    APPLICATIONS,
    PLACEMENTS,
    AGREEMENTS,
    ADMIN,
    TRANSFERS,
    CONSORTIA,
    SURVEYS,
  ],
  ...[OURS, SEARCH, ACCOUNT],
].map(({ href }) => href);

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await requirePerson(request, context);
  const { organizationId } = actor;
  const [partOfPathway, waiting, agreements, applications] = await Promise.all([
    takesPart(actor),
    organizationId ? enquiriesWaiting(organizationId) : 0,
    organizationId ? agreementsWaitingCount(organizationId) : 0,
    applicationsWaitingCount(actor),
  ]);
  return {
    name: actor.name,
    organization: actor.organization?.name,
    groups: placesOf(actor, partOfPathway),
    waiting,
    agreements,
    applications,
  };
};

/** The frame of signed-in work. */
export default function SignedInFrame() {
  const t = useWords("platform");
  const { name, organization, groups, waiting, agreements, applications } = useLoaderData<typeof loader>();
  const places = groups.flatMap((group) => group.places.map((place) => ({ ...place, group: group.key })));
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
      atHand={ON_PHONE.filter((href) => places.some((place) => place.href === href)).slice(0, 4)}
      places={places.map((place) => ({
        href: place.href,
        icon: place.icon,
        label: t(place.key),
        current: place === current,
        ...(place.group ? { group: t(place.group) } : {}),
        ...(place.href === "/enquiries" ? { count: waiting } : {}),
        ...(place.href === "/agreements" ? { count: agreements } : {}),
        ...(place.href === "/applications" ? { count: applications } : {}),
      }))}
    >
      <Outlet />
    </Shell>
  );
}
