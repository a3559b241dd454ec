import type { Persona, World } from "./world";

/** What a persona may get: the status, or several where a limit on attempts may answer first. */
type Expected = number | readonly number[];

export type MatrixRow = {
  /** Fills the address's parameters from the world; a foreign persona asks for the same subject. */
  params?: (world: World) => Record<string, string>;
  /** Query of the request. */
  query?: (world: World) => string;
  /** Status of GET by persona; `others` for everybody not named. Absent when the route has no loader. */
  get?: Partial<Record<Persona, Expected>> & { others: Expected };
  /** Status of POST with an empty form: a persona who may act is told what is missing, one who may not is refused. */
  post?: Partial<Record<Persona, Expected>> & { others: Expected };
};

const NOBODY = "019aa000-0000-7000-8000-000000000000";
/** A round shows itself to its schools, its hosts and its students; kinds that have no part in rounds are told so. */
const ROUND_STRANGERS = {
  others: 404,
  anonymous: 302,
  newcomer: 403,
  authority: 403,
  operator: 403,
} as const;
/** Schools and authorities hand figures in and see how far they are. */
const SUPPLIERS = { authority: 200, school: 200, strangeSchool: 200, teacher: 200 } as const;
const NOT_THEIRS = { authority: 404, school: 404, strangeSchool: 404, teacher: 404 } as const;
const NO_TOKEN = "nobody-made-this-token-nobody-made-this-token";

/**
 * One row for every route of `app/routes.ts`; the test fails for a route without a row. Anonymous visitors are led to
 * sign in (302), a foreign subject is not found (404), a role of one's own organization that may not is told so (403),
 * a form that may be sent says what is missing (422).
 */
export const MATRIX: Record<string, MatrixRow> = {
  "/language": { get: { others: 302 }, post: { others: 302 } },
  "/healthz": { get: { others: 200 } },
  "/readyz": { get: { others: 200 } },
  "/metrics": { get: { others: 200 } },
  "/ui": { get: { others: 200 } },
  "/robots.txt": { get: { others: 200 } },
  "/sitemap.xml": { get: { others: 200 } },
  "/sitemaps/:part": { params: () => ({ part: "pages.xml" }), get: { others: 200 } },
  "/feeds/listings.atom": { get: { others: 200 } },
  "/feeds/deadlines/:token/calendar.ics": { params: () => ({ token: NO_TOKEN }), get: { others: 404 } },
  "/listings/:id/dates.ics": { params: (world) => ({ id: world.listing }), get: { others: 200 } },
  "/logout": { get: { others: 302 }, post: { others: 303 } },
  "/account/organization": { get: { others: 302 }, post: { others: 404, anonymous: 302 } },
  "/organization/imports/template/:kind": {
    params: () => ({ kind: "posts" }),
    get: { others: 200, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/organization/imports/:id/problems": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/listings/import/template": {
    query: () => "?kind=internship&direction=offer",
    get: { others: 200, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/organization/students/template": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
  },
  "/organization/students/imports/:id/problems": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, strangeSchool: 404 },
  },
  "/map": { get: { others: 200 } },
  "/map/:format": { params: () => ({ format: "export.csv" }), get: { others: 200 } },
  "/account/children/:id/export": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
  },
  "/account/children/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/organization/students/requests": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/oversight/partnerships.csv": { get: { others: 403, anonymous: 302, authority: 200 } },
  "/oversight/alerts/:id/files/:fid": {
    params: () => ({ id: NOBODY, fid: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/oversight": { get: { others: 403, anonymous: 302, authority: 200 } },
  "/oversight/alerts": { get: { others: 403, anonymous: 302, authority: 200 } },
  "/oversight/alerts/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, authority: 404 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/programme-cards": { get: { others: 200 } },
  "/oversight/consortia": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/consortia/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/cards": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/oversight/cards/criteria": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/oversight/cards/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404, authority: 404 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422, authority: 422 },
  },
  "/oversight/cards/:id/rows": {
    params: () => ({ id: NOBODY }),
    query: () => "?measure=breaks",
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404, authority: 404 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/oversight/cards/:id/files/:fid": {
    params: () => ({ id: NOBODY, fid: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/oversight/proposals": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
  },
  "/oversight/proposals/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/oversight/proposals/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404, authority: 404 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/oversight/partnerships": { get: { others: 403, anonymous: 302, authority: 200 } },
  "/recognition": {
    get: { others: 403, anonymous: 302, owner: 200, viewer: 200, mentor: 200, stranger: 200 },
    post: { others: 403, anonymous: 302, owner: 422, viewer: 422, mentor: 422, stranger: 422 },
  },
  "/recognition/dossier": {
    get: { others: 403, anonymous: 302, owner: 200, viewer: 200, mentor: 200, stranger: 200 },
  },
  "/oversight/recognition": {
    get: { others: 403, anonymous: 302, authority: 200 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/oversight/indicators": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: {
      others: 422,
      anonymous: 302,
      newcomer: 403,
      student: 403,
      operator: 403,
      viewer: 403,
      mentor: 403,
      teacher: 403,
    },
  },
  "/oversight/indicators/:id": {
    params: () => ({ id: "placements_started" }),
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/indicators/:id/rows": {
    params: () => ({ id: "placements_started" }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/targets": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: {
      others: 422,
      anonymous: 302,
      newcomer: 403,
      student: 403,
      operator: 403,
      viewer: 403,
      mentor: 403,
      teacher: 403,
    },
  },
  "/oversight/snapshots/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/snapshots/:id/:format": {
    params: () => ({ id: NOBODY, format: "report.csv" }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/sheets": {
    get: { others: 403, anonymous: 302, ...SUPPLIERS },
    post: { others: 403, anonymous: 302, authority: 422, school: 422, strangeSchool: 422 },
  },
  "/oversight/sheets/template": {
    query: () => "?table=policy",
    get: { others: 403, anonymous: 302, ...SUPPLIERS },
  },
  "/oversight/sheets/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, ...NOT_THEIRS },
    post: { others: 403, anonymous: 302, authority: 404, school: 404, strangeSchool: 404 },
  },
  "/oversight/sheets/:id/file": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, ...NOT_THEIRS },
  },
  "/oversight/bulletins": {
    get: { others: 403, anonymous: 302, ...SUPPLIERS },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/oversight/bulletins/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, ...NOT_THEIRS },
  },
  "/oversight/dossiers": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200, teacher: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/oversight/dossiers/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, strangeSchool: 404, teacher: 404 },
  },
  "/oversight/dossiers/:id/evidence.zip": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, strangeSchool: 404, teacher: 404 },
  },
  "/oversight/recomputation": { get: { others: 404, anonymous: 302, operator: 200 } },
  "/oversight/downloads": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/downloads/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/oversight/downloads/:id/file": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/organization/access-log": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/rectifications": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/rectifications/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/account/data/export": { get: { others: 200, anonymous: 302 } },
  "/agreements/:id/documents/:did": {
    params: () => ({ id: NOBODY, did: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/files/:fid": {
    params: () => ({ id: NOBODY, fid: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/applications": {
    get: {
      others: 403,
      anonymous: 302,
      owner: 200,
      mentor: 200,
      school: 200,
      teacher: 200,
      student: 200,
      stranger: 200,
      strangeSchool: 200,
    },
    post: { others: 403, anonymous: 302, owner: 422, mentor: 422, stranger: 422 },
  },
  "/applications/new": {
    query: (world) => `?listing=${world.listing}`,
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200, student: 404 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422, student: 422 },
  },
  "/applications/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, viewer: 403, authority: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, viewer: 403, authority: 403, operator: 403 },
  },
  "/applications/:id/interview.ics": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
  },
  "/applications/:id/files/:fid": {
    params: () => ({ id: NOBODY, fid: NOBODY }),
    get: { others: 404, anonymous: 302 },
  },
  "/account/profile/files/:fid": {
    params: () => ({ fid: NOBODY }),
    get: { others: 404, anonymous: 302 },
  },
  "/account/profile": {
    get: { others: 403, anonymous: 302 },
    post: { others: 403, anonymous: 302 },
  },
  "/applications/self-found/new": {
    get: { others: 403, anonymous: 302 },
    post: { others: 403, anonymous: 302 },
  },
  "/applications/self-found/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, student: 404, strangeSchool: 404 },
    post: { others: 403, anonymous: 302, school: 422, teacher: 422, student: 422, strangeSchool: 422 },
  },
  "/files/:id": { params: () => ({ id: NOBODY }), get: { others: 404, anonymous: 302 } },
  "/api/v1/openapi.json": { get: { others: 200 } },
  "/api/v1/majors": { get: { others: 200 } },
  "/api/v1/majors/:code": { params: () => ({ code: "660103" }), get: { others: 200 } },
  "/api/v1/majors/:code/occupations": { params: () => ({ code: "660103" }), get: { others: 200 } },
  "/api/v1/occupations": { get: { others: 200 } },
  "/api/v1/regions": { get: { others: 200 } },
  "/api/v1/industries": { get: { others: 200 } },
  "/api/v1/organizations": { get: { others: 200 } },
  "/api/v1/listings": { get: { others: 200 }, post: { others: 401 } },
  "/api/v1/listings/bulk": { get: { others: 405 }, post: { others: 401 } },
  "/api/v1/listings/mine": { get: { others: 401 } },
  "/api/v1/listings/:id": {
    params: (world) => ({ id: world.listing }),
    get: { others: 200 },
    post: { others: 405 },
  },
  "/api/v1/listings/:id/close": {
    params: (world) => ({ id: world.listing }),
    get: { others: 405 },
    post: { others: 401 },
  },
  "/api/v1/rounds/solve": { get: { others: 405 }, post: { others: 401 } },
  "/api/v1/regulations/evaluate": { get: { others: 405 }, post: { others: 422 } },
  "/credits/store": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/credits/store.csv": { get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 } },
  "/credits/transcript.json": { get: { others: 404, anonymous: 302 } },
  "/api/v1/credits/transcript.schema.json": { get: { others: 200 } },
  "/api/v1/credits/transcripts": { get: { others: 401 }, post: { others: 401 } },
  "/api/v1/credits/transcripts/:id": { params: () => ({ id: NOBODY }), get: { others: 401 } },
  "/api/v1/credits/transcripts/:id/converted": { params: () => ({ id: NOBODY }), get: { others: 401 } },
  "/api/v1/credits/transcripts/:id/collected": {
    params: () => ({ id: NOBODY }),
    get: { others: 405 },
    post: { others: 401 },
  },
  "/api/v1/credits/reconciliation": { get: { others: 401 } },
  "/api/v1/*": { get: { others: 404 }, post: { others: 404 } },
  "/regulations": { get: { others: 200 } },
  "/regulations/check": { get: { others: 200 }, post: { others: 422 } },
  "/": { get: { others: 200 } },
  "/about": { get: { others: 200 } },
  "/listings": { get: { others: 200 } },
  "/listings/:id": {
    params: (world) => ({ id: world.listing }),
    get: { others: 200 },
    post: { others: 422, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/searches/stop/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 404 },
  },
  "/listings/confirm/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 422 },
  },
  "/login": { get: { others: 303, anonymous: 200 }, post: { others: [422, 429] } },
  "/login/code": { get: { others: 303 }, post: { others: 303 } },
  "/password/forgotten": { get: { others: 200 }, post: { others: [422, 429] } },
  "/password/reset/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: [422, 429] },
  },
  "/invitations/:token": { params: () => ({ token: NO_TOKEN }), get: { others: 404 }, post: { others: 422 } },
  "/consents/:token": { params: () => ({ token: NO_TOKEN }), get: { others: 404 }, post: { others: 303 } },
  "/organizations": { get: { others: 200 } },
  "/organizations/:id": { params: (world) => ({ id: world.firm }), get: { others: 200 } },
  "/register": { get: { others: 200 }, post: { others: [422, 429] } },
  "/register/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: [422, 429] },
  },
  "/join": { get: { others: 200 } },
  "/join/:code": { params: () => ({ code: "NOBODY" }), get: { others: 404 }, post: { others: [422, 429] } },
  "/verify": { get: { others: 200 }, post: { others: 422 } },
  "/verify/:code": { params: () => ({ code: "NOBODY" }), get: { others: 404 }, post: { others: 422 } },
  "/*": { get: { others: 404 }, post: { others: 404 } },
  "/workspace": { get: { others: 200, anonymous: 302 } },
  "/enquiries": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/enquiries/new": {
    query: (world) => `?listing=${world.listing}`,
    get: { others: 403, anonymous: 302, owner: 404, school: 200, stranger: 200, strangeSchool: 200 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/searches": { get: { others: 200, anonymous: 302 }, post: { others: 422, anonymous: 302 } },
  "/searches/new": { get: { others: 200, anonymous: 302 }, post: { others: 422, anonymous: 302 } },
  "/enquiries/quota": {
    get: { others: 403, anonymous: 302, owner: 200, stranger: 200 },
    post: { others: 403, anonymous: 302, owner: 422, stranger: 422 },
  },
  "/enquiries/:id": {
    params: (world) => ({ id: world.enquiry }),
    get: {
      others: 200,
      anonymous: 302,
      newcomer: 403,
      student: 403,
      stranger: 404,
      strangeSchool: 404,
      authority: 403,
      operator: 403,
    },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/matches": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/matches/programmes/:id": {
    params: (world) => ({ id: world.programme }),
    get: {
      others: 404,
      anonymous: 302,
      newcomer: 403,
      school: 200,
      teacher: 200,
      student: 403,
      authority: 403,
      operator: 403,
    },
    post: {
      others: 404,
      anonymous: 302,
      newcomer: 403,
      school: 422,
      teacher: 422,
      student: 403,
      authority: 403,
      operator: 403,
    },
  },
  "/matches/listings/:id": {
    params: (world) => ({ id: world.listing }),
    get: {
      others: 403,
      anonymous: 302,
      owner: 200,
      viewer: 200,
      mentor: 200,
      school: 404,
      teacher: 404,
      stranger: 404,
      strangeSchool: 404,
    },
    post: {
      others: 403,
      anonymous: 302,
      owner: 422,
      viewer: 422,
      mentor: 422,
      school: 404,
      teacher: 404,
      stranger: 404,
      strangeSchool: 404,
    },
  },
  "/listings/new": {
    get: { others: 403, anonymous: 302, owner: 200, school: 200, stranger: 200, strangeSchool: 200 },
    post: { others: 422, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/listings/mine": { get: { others: 200, anonymous: 302, newcomer: 403, authority: 403, operator: 403 } },
  "/listings/import": {
    get: { others: 403, anonymous: 302, owner: 200, school: 200, stranger: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, owner: 422, school: 422, stranger: 422, strangeSchool: 422 },
  },
  "/listings/:id/edit/:step": {
    params: (world) => ({ id: world.listing, step: "about" }),
    get: { others: 404, anonymous: 302, newcomer: 403, owner: 303, viewer: 403, mentor: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, owner: 422, viewer: 403, mentor: 403, operator: 403 },
  },
  "/placements/filing.zip": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
  },
  "/placements/evidence/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, strangeSchool: 404, teacher: 404 },
  },
  "/placements/:id/agreement.pdf": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
  },
  "/placements": { get: { others: 200, anonymous: 302, authority: 403 } },
  "/placements/gates": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 404, strangeSchool: 404, teacher: 404 },
  },
  "/placements/missing": {
    get: { others: 200, anonymous: 302, authority: 403 },
    post: { others: 404, anonymous: 302 },
  },
  "/placements/sign": {
    get: {
      others: 403,
      anonymous: 302,
      owner: 200,
      viewer: 200,
      school: 200,
      stranger: 200,
      strangeSchool: 200,
    },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/placements/plans": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/placements/plans/:id": {
    params: () => ({ id: "new" }),
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422, teacher: 422 },
  },
  "/placements/exceptions": {
    get: { others: 403, anonymous: 302, owner: 200, viewer: 200, mentor: 200, stranger: 200 },
    post: { others: 403, anonymous: 302, owner: 422, viewer: 422, mentor: 422, stranger: 422 },
  },
  "/placements/:id": {
    params: () => ({ id: NOBODY }),
    post: { others: 422, anonymous: 302 },
  },
  "/placements/:id/agreement": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/placements/:id/assessment": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/placements/:id/archive": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/placements/:id/archive.zip": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
  },
  "/outcomes/employer/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 404 },
  },
  "/organization/rubrics": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/organization/rubrics/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, teacher: 422, strangeSchool: 422 },
  },
  "/placements/figures": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
  },
  "/placements/pay": {
    get: {
      others: 403,
      anonymous: 302,
      owner: 200,
      viewer: 200,
      mentor: 200,
      school: 200,
      teacher: 200,
      stranger: 200,
      strangeSchool: 200,
    },
    post: { others: 403, anonymous: 302, owner: 422, school: 422, stranger: 422, strangeSchool: 422 },
  },
  "/placements/pay/template": {
    get: { others: 200, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/placements/:id/change": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/organization/outcomes": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/organization/outcomes/template": {
    get: { others: 200, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/placements/:id/certificate": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/certificates/:file": { params: () => ({ file: "2345-6789-ABCD.json" }), get: { others: 404 } },
  "/outcomes/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 404 },
  },
  "/certificates/shared/:token": { params: () => ({ token: NO_TOKEN }), get: { others: 404 } },
  "/organizations/:id/issuer.json": { params: () => ({ id: NOBODY }), get: { others: 404 } },
  "/organizations/:id/jwks.json": { params: () => ({ id: NOBODY }), get: { others: 404 } },
  "/organizations/:id/revocations.jwt": { params: () => ({ id: NOBODY }), get: { others: 404 } },
  "/placements/:id/weeks": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/placements/findings": {
    get: {
      others: 403,
      anonymous: 302,
      owner: 200,
      school: 200,
      stranger: 200,
      strangeSchool: 200,
      authority: 200,
    },
  },
  "/placements/weeks": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200, teacher: 200 },
  },
  "/weeks": {
    get: { others: 200, anonymous: 302, authority: 403, school: 303, strangeSchool: 303, teacher: 303 },
    post: { others: 403, anonymous: 302, owner: 422, mentor: 422, stranger: 422 },
  },
  "/weeks/:id/:monday": {
    params: () => ({ id: NOBODY, monday: "2026-11-16" }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/weeks/:id/:monday/file": {
    params: () => ({ id: NOBODY, monday: "2026-11-16" }),
    get: { others: 404, anonymous: 302 },
  },
  "/placements/:id/pay": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/placements/:id/concern": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/concerns": {
    get: {
      others: 403,
      anonymous: 302,
      owner: 200,
      school: 200,
      stranger: 200,
      strangeSchool: 200,
      authority: 200,
    },
  },
  "/concerns/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/speak/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 404 },
  },
  "/weeks/confirm/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 404 },
  },
  "/weeks/confirm/:token/files/:record": {
    params: () => ({ token: NO_TOKEN, record: NOBODY }),
    get: { others: 404 },
  },
  "/agreements": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/new": {
    get: { others: 403, anonymous: 302, owner: 200, school: 200, stranger: 200, strangeSchool: 200 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/edit": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/parties": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/compare": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/sign": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/amend": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/consortium": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/agreements/:id/commitments/:cid": {
    params: () => ({ id: NOBODY, cid: "c1" }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/regulations/sandbox": {
    get: { others: 403, anonymous: 302, authority: 200, operator: 200 },
    post: { others: 403, anonymous: 302, authority: 422, operator: 422 },
  },
  "/rounds": { get: { others: 200, anonymous: 302, newcomer: 403, authority: 403, operator: 403 } },
  "/rounds/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/rounds/:id": {
    params: ({ round }) => ({ id: round }),
    get: { ...ROUND_STRANGERS, school: 200, teacher: 200 },
    post: { ...ROUND_STRANGERS, school: 422, teacher: 422 },
  },
  "/rounds/:id/slots": {
    params: ({ round }) => ({ id: round }),
    get: { ...ROUND_STRANGERS, school: 200, teacher: 403 },
    post: { ...ROUND_STRANGERS, school: 422, teacher: 422 },
  },
  "/rounds/:id/slots/:slot": {
    params: ({ round }) => ({ id: round, slot: NOBODY }),
    get: { ...ROUND_STRANGERS },
    post: { ...ROUND_STRANGERS },
  },
  "/rounds/:id/students": {
    params: ({ round }) => ({ id: round }),
    get: { ...ROUND_STRANGERS, school: 200, teacher: 200 },
    post: { ...ROUND_STRANGERS, school: 422, teacher: 422 },
  },
  "/rounds/:id/choices": {
    params: ({ round }) => ({ id: round }),
    get: { ...ROUND_STRANGERS, teacher: 403 },
    post: { ...ROUND_STRANGERS, teacher: 403 },
  },
  "/rounds/:id/result": {
    params: ({ round }) => ({ id: round }),
    get: { ...ROUND_STRANGERS },
    post: { ...ROUND_STRANGERS, school: 422, teacher: 422 },
  },
  "/rounds/:id/files/:file": {
    params: ({ round }) => ({ id: round, file: "input.json" }),
    get: { ...ROUND_STRANGERS },
  },
  "/transfers/movements/export": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200, authority: 200 },
  },
  "/transfers/rules": { get: { others: 200 } },
  "/transfers/notices/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404 },
    post: { others: [404, 429] },
  },
  "/consents/:token/transfer": { params: () => ({ token: NO_TOKEN }), get: { others: 302 } },
  "/credits/ledger.csv": { get: { others: 404, anonymous: 302 } },
  "/credits/courses/template": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/credits/claims/:id/file": { params: () => ({ id: NOBODY }), get: { others: 404, anonymous: 302 } },
  "/credits": { get: { others: 200, anonymous: 302 } },
  "/credits/courses": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/credits/courses/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/credits/courses/import": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/credits/courses/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
    post: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
  },
  "/credits/tables": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, school: 422, teacher: 422, strangeSchool: 422 },
  },
  "/credits/tables/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404, authority: 404 },
    post: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
  },
  "/credits/transfers": { get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 } },
  "/credits/transfers/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/credits/makeup": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/credits/makeup/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/credits/claims": { get: { others: 200, anonymous: 302 }, post: { others: 422, anonymous: 302 } },
  "/transfers": { get: { others: 200, anonymous: 302 } },
  "/transfers/new": { get: { others: 200, anonymous: 302 }, post: { others: 422, anonymous: 302 } },
  "/transfers/windows": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/transfers/quotas": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, school: 422, teacher: 422, strangeSchool: 422, authority: 422 },
  },
  "/transfers/pairings": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, school: 422, teacher: 422, strangeSchool: 422, authority: 422 },
  },
  "/transfers/assessment/:windowId": {
    params: () => ({ windowId: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
    post: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
  },
  "/transfers/movements": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/transfers/flow": { get: { others: 403, anonymous: 302, authority: 200 } },
  "/transfers/rules/adjust": {
    get: { others: 403, anonymous: 302, authority: 200 },
    post: { others: 403, anonymous: 302, authority: 422 },
  },
  "/transfers/students/new": {
    get: { others: 403, anonymous: 302 },
    post: { others: 403, anonymous: 302 },
  },
  "/pathways/open": { get: { others: 200 } },
  "/pathways": { get: { others: 200, anonymous: 302 } },
  "/pathways/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/pathways/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/pathways/:id/edit": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
    post: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
  },
  "/pathways/:id/cohorts/:cid": {
    params: () => ({ id: NOBODY, cid: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/pathways/:id/cohorts/:cid/import": {
    params: () => ({ id: NOBODY, cid: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/pathways/:id/cohorts/:cid/template": {
    params: () => ({ id: NOBODY, cid: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/resources": { get: { others: 200 } },
  "/resources/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/resources/:id/calendar.ics": { params: () => ({ id: NOBODY }), get: { others: 404 } },
  "/resources/guardian/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: [404, 429] },
  },
  "/surveys": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200, authority: 200 },
  },
  "/surveys/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422, authority: 422 },
  },
  "/surveys/:id": {
    params: (world) => ({ id: world.survey }),
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 404, authority: 404 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 404, authority: 404 },
  },
  "/surveys/:id/sheets": {
    params: (world) => ({ id: world.survey }),
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 404, authority: 404 },
  },
  "/surveys/:id/results/:format": {
    params: (world) => ({ id: world.survey, format: "csv" }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404, authority: 404 },
  },
  "/surveys/answer/:token": {
    params: () => ({ token: NO_TOKEN }),
    get: { others: 404 },
    post: { others: 404 },
  },
  "/resources/mine": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/resources/new": {
    get: { others: 403, anonymous: 302, owner: 200, school: 200, stranger: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, owner: 422, school: 422, stranger: 422, strangeSchool: 422 },
  },
  "/resources/bookings": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/resources/bookings/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/resources/bookings/:id/calendar.ics": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/resources/:id/edit": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/resources/:id/manage": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, student: 403, authority: 403, operator: 403 },
  },
  "/transfers/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/account": { get: { others: 200, anonymous: 302 }, post: { others: 404, anonymous: 302 } },
  "/account/calendar": { get: { others: 200, anonymous: 302 }, post: { others: 422, anonymous: 302 } },
  "/account/second-step": { get: { others: 200, anonymous: 302 }, post: { others: 404, anonymous: 302 } },
  "/account/password": { get: { others: 200, anonymous: 302 }, post: { others: [422, 429], anonymous: 302 } },
  "/account/children": { get: { others: 200, anonymous: 302 }, post: { others: 404, anonymous: 302 } },
  "/organization/students": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/organization/students/import": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/organization/students/imports/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, strangeSchool: 404 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/organization/students/invitations": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/organization/students/invitations/print": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
  },
  "/organization/students/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 403, anonymous: 302, school: 404, teacher: 404, strangeSchool: 404 },
    post: { others: 403, anonymous: 302, school: 404, strangeSchool: 404 },
  },
  "/account/data": { get: { others: 200, anonymous: 302 }, post: { others: 404, anonymous: 302 } },
  "/organization/members": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: { others: 403, anonymous: 302, owner: 404, stranger: 404, strangeSchool: 404, authority: 404 },
  },
  "/organization": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: {
      others: 403,
      anonymous: 302,
      owner: 422,
      school: 422,
      stranger: 422,
      strangeSchool: 422,
      authority: 422,
    },
  },
  "/organization/verification": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: {
      others: 403,
      anonymous: 302,
      owner: 422,
      school: 422,
      stranger: 422,
      strangeSchool: 422,
      authority: 422,
    },
  },
  "/organization/standing": {
    get: { others: 200, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
    post: {
      others: 403,
      anonymous: 302,
      owner: [404, 422],
      school: [404, 422],
      stranger: [404, 422],
      strangeSchool: [404, 422],
      authority: [404, 422],
    },
  },
  "/organizations/:id/report": {
    params: (world) => ({ id: world.firm }),
    get: {
      others: 200,
      anonymous: 302,
      newcomer: 403,
      student: 403,
      operator: 403,
      owner: 404,
      viewer: 404,
      mentor: 404,
    },
    post: { others: 422, anonymous: 302, newcomer: 403, student: 403, operator: 403 },
  },
  "/organization/posts": {
    get: { others: 403, anonymous: 302, owner: 200, viewer: 200, mentor: 200, stranger: 200 },
  },
  "/organization/imports/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/organization/posts/import": {
    get: { others: 403, anonymous: 302, owner: 200, stranger: 200 },
    post: { others: 403, anonymous: 302, owner: 422, stranger: 422 },
  },
  "/organization/posts/new": {
    get: { others: 403, anonymous: 302, owner: 200, stranger: 200 },
    post: { others: 403, anonymous: 302, owner: 422, stranger: 422 },
  },
  "/organization/posts/:id": {
    params: (world) => ({ id: world.post }),
    get: { others: 403, anonymous: 302, owner: 200, viewer: 200, mentor: 200, stranger: 404 },
    post: { others: 404, anonymous: 302, newcomer: 403, owner: 422, viewer: 403, mentor: 403, operator: 403 },
  },
  "/organization/programmes": {
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 200 },
  },
  "/organization/programmes/import": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/organization/programmes/new": {
    get: { others: 403, anonymous: 302, school: 200, strangeSchool: 200 },
    post: { others: 403, anonymous: 302, school: 422, strangeSchool: 422 },
  },
  "/organization/programmes/:id": {
    params: (world) => ({ id: world.programme }),
    get: { others: 403, anonymous: 302, school: 200, teacher: 200, strangeSchool: 404 },
    post: {
      others: 404,
      anonymous: 302,
      newcomer: 403,
      school: 422,
      teacher: 403,
      student: 403,
      operator: 403,
    },
  },
  "/organization/keys": {
    get: { others: 403, anonymous: 302, owner: 200, stranger: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, owner: 422, stranger: 422, strangeSchool: 422, authority: 422 },
  },
  "/organization/webhooks": {
    get: { others: 403, anonymous: 302, owner: 200, stranger: 200, strangeSchool: 200, authority: 200 },
    post: { others: 403, anonymous: 302, owner: 422, stranger: 422, strangeSchool: 422, authority: 422 },
  },
  "/organization/webhooks/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
    post: { others: 404, anonymous: 302, newcomer: 403, operator: 403 },
  },
  "/admin": {
    get: { others: 404, anonymous: 302, operator: 200 },
    post: { others: 404, anonymous: 302, operator: 200 },
  },
  "/admin/verifications": { get: { others: 404, anonymous: 302, operator: 200 } },
  "/admin/verifications/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/admin/organizations": { get: { others: 404, anonymous: 302, operator: 200 } },
  "/admin/organizations/:id": {
    params: (world) => ({ id: world.firm }),
    get: { others: 404, anonymous: 302, operator: 200 },
    post: { others: 404, anonymous: 302 },
  },
  "/admin/likenesses": {
    get: { others: 404, anonymous: 302, operator: 200 },
    post: { others: 404, anonymous: 302, operator: 422 },
  },
  "/admin/jobs": {
    get: { others: 404, anonymous: 302, operator: 200 },
    post: { others: 404, anonymous: 302 },
  },
  "/admin/outbox": {
    get: { others: 404, anonymous: 302, operator: 301 },
    post: { others: 404, anonymous: 302 },
  },
  "/admin/people": {
    get: { others: 404, anonymous: 302, operator: 200 },
    post: { others: 404, anonymous: 302, operator: 422 },
  },
  "/admin/people/:id": {
    params: () => ({ id: NOBODY }),
    get: { others: 404, anonymous: 302 },
    post: { others: 404, anonymous: 302 },
  },
  "/admin/health": { get: { others: 404, anonymous: 302, operator: 200 } },
  "/admin/catalogues": { get: { others: 404, anonymous: 302, operator: 200 } },
  "/admin/events": { get: { others: 404, anonymous: 302, operator: 200 } },
};
