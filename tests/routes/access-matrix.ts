import type { Persona, World } from "./world";

/** What a persona may get: the status, or several where the page leads elsewhere for good reason. */
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

const TO_LOGIN = 302;
const ANYONE = { others: 200 } as const;
const MOVED = [302, 303] as const;

/** Signed-in pages: an anonymous visitor is led to sign in and back. */
const signedIn = (more: Partial<Record<Persona, Expected>> = {}, others: Expected = 200) => ({
  others,
  anonymous: TO_LOGIN,
  ...more,
});

const NO_ORGANIZATION = { newcomer: 403, operator: 403 } as const;
const OPERATOR_ONLY = { others: 404, anonymous: TO_LOGIN, operator: 200 } as const;

/** People who speak for an organization in deals: neither students nor authorities. */
const STAFF = { ...NO_ORGANIZATION, student: 403 } as const;

/** Only a key opens these; a signed-in browser does not. */
const KEY_ONLY = { others: 401 } as const;

/** What owners alone keep for their organization. */
const OWNERS = {
  ...NO_ORGANIZATION,
  viewer: 403,
  mentor: 403,
  school: 403,
  teacher: 403,
  student: 403,
} as const;

/** The roll of a school is kept by its owners and coordinators; another school finds nothing of it. */
const ROLL_KEEPERS = signedIn({ school: 200, strangeSchool: 200 }, 403);
const OWN_ROLL = signedIn({ school: 200, strangeSchool: 404 }, 403);

const token = () => ({ token: "nobody-made-this-token-nobody-made-this-token" });
const code = () => ({ code: "660103" });

/** One row for every route of `app/routes.ts`; the test fails for a route without a row. */
export const MATRIX: Record<string, MatrixRow> = {
  "/language": { get: { others: 302 }, post: { others: 302 } },
  "/healthz": { get: ANYONE },
  "/readyz": { get: ANYONE },
  "/metrics": { get: ANYONE },
  "/ui": { get: ANYONE },
  "/logout": { get: { others: 302 }, post: { others: MOVED } },
  "/account/organization": { post: signedIn({}, [302, 303, 404, 422]) },

  "/api/v1/openapi.json": { get: ANYONE },
  "/api/v1/majors": { get: ANYONE },
  "/api/v1/majors/:code": { params: code, get: ANYONE },
  "/api/v1/majors/:code/occupations": { params: code, get: ANYONE },
  "/api/v1/occupations": { get: ANYONE },
  "/api/v1/regions": { get: ANYONE },
  "/api/v1/industries": { get: ANYONE },
  "/api/v1/organizations": { get: ANYONE },
  "/api/v1/listings": { get: ANYONE, post: KEY_ONLY },
  "/api/v1/listings/bulk": { get: { others: 405 }, post: KEY_ONLY },
  "/api/v1/listings/mine": { get: KEY_ONLY },
  "/api/v1/listings/:id": {
    params: (world) => ({ id: world.listing }),
    get: ANYONE,
    post: { others: 405 },
  },
  "/api/v1/listings/:id/close": {
    params: (world) => ({ id: world.listing }),
    get: { others: 405 },
    post: KEY_ONLY,
  },
  "/api/v1/rounds/solve": { get: { others: 405 }, post: KEY_ONLY },
  "/api/v1/regulations/evaluate": { get: { others: 405 }, post: { others: 422 } },
  "/api/v1/*": { get: { others: 404 }, post: { others: 404 } },

  "/": { get: ANYONE },
  "/listings": { get: ANYONE },
  "/listings/:id": { params: (world) => ({ id: world.listing }), get: ANYONE },
  "/regulations": { get: ANYONE },
  "/regulations/check": { get: ANYONE },
  "/organizations": { get: ANYONE },
  "/organizations/:id": { params: (world) => ({ id: world.firm }), get: ANYONE },
  "/login": { get: { others: MOVED, anonymous: 200 } },
  "/login/code": { get: { others: MOVED }, post: { others: MOVED } },
  "/password/forgotten": { get: ANYONE },
  "/password/reset/:token": { params: token, get: { others: [200, 404, 410] } },
  "/invitations/:token": { params: token, get: { others: [200, 404, 410] } },
  "/register": { get: ANYONE },
  "/register/:token": { params: token, get: { others: [200, 404, 410] } },
  "/*": { get: { others: 404 }, post: { others: 404 } },

  "/workspace": { get: signedIn() },
  "/account": { get: signedIn(), post: signedIn({}, [302, 303, 404, 422]) },
  "/account/second-step": { get: signedIn(), post: signedIn({}, 404) },
  "/account/password": { get: signedIn(), post: signedIn({}, 422) },
  "/organization": { get: signedIn(NO_ORGANIZATION) },
  "/organization/students": { get: signedIn({ school: 200, teacher: 200, strangeSchool: 200 }, 403) },
  "/organization/students/import": {
    get: ROLL_KEEPERS,
    post: signedIn({ school: 422, strangeSchool: 422 }, 403),
  },
  "/organization/students/imports/:id": {
    params: (world) => ({ id: world.roster }),
    get: OWN_ROLL,
    post: signedIn({ school: 422, strangeSchool: 422 }, 403),
  },
  "/organization/students/imports/:id/problems": { params: (world) => ({ id: world.roster }), get: OWN_ROLL },
  "/organization/students/template": { get: ROLL_KEEPERS },
  "/organization/students/invitations": {
    get: ROLL_KEEPERS,
    post: signedIn({ school: 422, strangeSchool: 422 }, 403),
  },
  "/organization/students/invitations/print": { get: ROLL_KEEPERS },
  "/organization/students/:id": {
    params: (world) => ({ id: world.studentRecord }),
    get: signedIn({ school: 200, teacher: 200, strangeSchool: 404 }, 403),
    post: signedIn({ school: 404, strangeSchool: 404 }, 403),
  },
  "/account/data": { get: signedIn(), post: signedIn({}, 404) },
  "/account/data/export": { get: signedIn() },
  "/account/children": { get: signedIn(), post: signedIn({}, 404) },
  "/consents/:token": { params: token, get: { others: 404 }, post: { others: 303 } },
  "/join": { get: ANYONE },
  "/join/:code": { params: () => ({ code: "34679ACDEF" }), get: { others: 404 }, post: { others: 422 } },
  "/organization/members": { get: signedIn({ ...NO_ORGANIZATION, student: [200, 403] }) },
  "/organization/posts": {
    get: signedIn({
      ...NO_ORGANIZATION,
      school: 403,
      teacher: 403,
      student: 403,
      strangeSchool: 403,
      authority: 403,
    }),
  },
  "/organization/posts/:id": {
    params: (world) => ({ id: world.post }),
    get: signedIn({
      ...NO_ORGANIZATION,
      school: [403, 404],
      teacher: [403, 404],
      student: [403, 404],
      strangeSchool: [403, 404],
      authority: [403, 404],
      stranger: 404,
    }),
  },
  "/organization/programmes": {
    get: signedIn({
      ...NO_ORGANIZATION,
      owner: 403,
      viewer: 403,
      mentor: 403,
      stranger: 403,
      authority: 403,
      student: [200, 403],
    }),
  },
  "/organization/programmes/:id": {
    params: (world) => ({ id: world.programme }),
    get: signedIn({
      ...NO_ORGANIZATION,
      owner: [403, 404],
      viewer: [403, 404],
      mentor: [403, 404],
      stranger: [403, 404],
      authority: [403, 404],
      strangeSchool: 404,
      student: [200, 403],
    }),
  },
  "/organization/keys": { get: signedIn(OWNERS), post: signedIn(OWNERS, 422) },
  "/organization/webhooks": { get: signedIn(OWNERS), post: signedIn(OWNERS, 422) },
  "/organization/webhooks/:id": {
    params: () => ({ id: "019a0000-0000-7000-8000-000000000000" }),
    get: signedIn(NO_ORGANIZATION, 404),
    post: signedIn(NO_ORGANIZATION, 404),
  },
  "/enquiries": { get: signedIn(STAFF, [200, 403]) },
  "/enquiries/new": {
    query: (world) => `?listing=${world.listing}`,
    get: signedIn({ ...STAFF, school: 200, strangeSchool: 200, viewer: 403 }, [200, 403, 404]),
  },
  "/enquiries/:id": {
    params: (world) => ({ id: world.enquiry }),
    get: signedIn(
      { ...STAFF, owner: 200, school: 200, stranger: 404, strangeSchool: 404, authority: [403, 404] },
      [200, 403, 404],
    ),
    post: signedIn(
      { ...STAFF, stranger: 404, strangeSchool: 404, owner: [409, 422], authority: [403, 404] },
      [403, 409, 422],
    ),
  },
  "/listings/new": { get: signedIn(STAFF, [200, 403]) },
  "/listings/mine": { get: signedIn(STAFF, [200, 403]) },
  "/listings/:id/edit/:step": {
    params: (world) => ({ id: world.listing, step: "about" }),
    get: signedIn(
      { ...STAFF, owner: [200, 302, 303], stranger: 404, school: 404, strangeSchool: 404 },
      [200, 302, 303, 403, 404],
    ),
    post: signedIn(
      { ...STAFF, owner: [302, 303, 409, 422], stranger: 404, school: 404, strangeSchool: 404 },
      [403, 404],
    ),
  },
  "/admin": { get: OPERATOR_ONLY },
  "/admin/verifications": { get: OPERATOR_ONLY },
  "/admin/jobs": { get: OPERATOR_ONLY, post: { ...OPERATOR_ONLY, operator: 404 } },
  "/admin/outbox": { get: { ...OPERATOR_ONLY, operator: 301 }, post: { ...OPERATOR_ONLY, operator: 404 } },
  "/admin/people": { get: OPERATOR_ONLY, post: { ...OPERATOR_ONLY, operator: 422 } },
  "/admin/people/:id": {
    params: () => ({ id: "nobody" }),
    get: { ...OPERATOR_ONLY, operator: 404 },
    post: { ...OPERATOR_ONLY, operator: 404 },
  },
  "/admin/health": { get: OPERATOR_ONLY },
  "/admin/catalogues": { get: OPERATOR_ONLY },
  "/admin/events": { get: OPERATOR_ONLY },
};
