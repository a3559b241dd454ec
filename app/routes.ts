import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL and the room that answers it. */
export default [
  // platform
  route("language", "platform/routes/language.ts"),
  route("healthz", "platform/routes/healthz.ts"),
  route("readyz", "platform/routes/readyz.ts"),
  route("metrics", "platform/routes/metrics.ts"),

  // the design system on one page, while developing
  ...(process.env.NODE_ENV === "production" ? [] : [route("ui", "ui/routes/kit.tsx")]),

  // identity
  route("logout", "identity/routes/logout.ts"),
  route("account/organization", "identity/routes/account.organization.ts"),

  // files, to those they concern
  route("files/:id", "marketplace/routes/file.ts"),

  // api
  route("api/v1/openapi.json", "api/routes/openapi.ts"),
  route("api/v1/majors", "api/routes/majors.ts"),
  route("api/v1/majors/:code", "api/routes/major.ts"),
  route("api/v1/majors/:code/occupations", "api/routes/major-occupations.ts"),
  route("api/v1/occupations", "api/routes/occupations.ts"),
  route("api/v1/regions", "api/routes/regions.ts"),
  route("api/v1/industries", "api/routes/industries.ts"),
  route("api/v1/organizations", "api/routes/organizations.ts"),
  route("api/v1/listings", "api/routes/listings.ts"),
  route("api/v1/listings/:id", "api/routes/listing.ts"),
  route("api/v1/regulations/evaluate", "api/routes/regulations-evaluate.ts"),
  route("api/v1/*", "api/routes/unknown.ts"),

  // pages anyone may read
  layout("public.tsx", [
    // regulations
    route("regulations", "regulations/routes/regulations.tsx"),
    route("regulations/check", "regulations/routes/regulation-check.tsx"),

    // marketplace
    index("marketplace/routes/front.tsx"),
    route("about", "marketplace/routes/about.tsx"),
    route("listings", "marketplace/routes/listings.tsx"),
    route("listings/:id", "marketplace/routes/listing.tsx"),

    // identity
    route("login", "identity/routes/login.tsx"),
    route("login/code", "identity/routes/login.code.tsx"),
    route("password/forgotten", "identity/routes/password.forgotten.tsx"),
    route("password/reset/:token", "identity/routes/password.reset.tsx"),
    route("invitations/:token", "identity/routes/invitation.tsx"),
    route("consents/:token", "identity/routes/consent.tsx"),

    // organizations
    route("organizations", "organizations/routes/organizations.tsx"),
    route("organizations/:id", "marketplace/routes/organization.tsx"),

    // registration of organizations
    route("register", "organizations/routes/register.tsx"),
    route("register/:token", "organizations/routes/register.confirm.tsx"),

    // everything else
    route("*", "platform/routes/not-found.tsx"),
  ]),

  // signed-in work
  layout("signed-in.tsx", [
    // marketplace
    route("workspace", "marketplace/routes/workspace.tsx"),
    route("enquiries", "marketplace/routes/enquiries.tsx"),
    route("enquiries/new", "marketplace/routes/enquiry.new.tsx"),
    route("enquiries/:id", "marketplace/routes/enquiry.tsx"),
    route("matches", "marketplace/routes/matches.tsx"),
    route("matches/programmes/:id", "marketplace/routes/matches.programme.tsx"),
    route("matches/listings/:id", "marketplace/routes/matches.listing.tsx"),

    // marketplace: listings
    route("listings/new", "marketplace/routes/listings.new.tsx"),
    route("listings/mine", "marketplace/routes/listings.mine.tsx"),
    route("listings/:id/edit/:step", "marketplace/routes/listing.edit.tsx"),

    // identity
    route("account", "identity/routes/account.tsx"),
    route("account/second-step", "identity/routes/account.second-step.tsx"),
    route("account/password", "identity/routes/account.password.tsx"),
    route("account/children", "identity/routes/account.children.tsx"),
    route("organization/members", "identity/routes/members.tsx"),

    // organizations
    route("organization", "organizations/routes/organization.tsx"),
    route("organization/verification", "organizations/routes/verification.tsx"),
    route("organization/posts", "organizations/routes/posts.tsx"),
    route("organization/posts/new", "organizations/routes/posts.new.tsx"),
    route("organization/posts/:id", "organizations/routes/post.tsx"),
    route("organization/programmes", "organizations/routes/programmes.tsx"),
    route("organization/programmes/new", "organizations/routes/programmes.new.tsx"),
    route("organization/programmes/:id", "organizations/routes/programme.tsx"),

    // the operator
    route("admin", "organizations/routes/admin.tsx"),
    route("admin/verifications", "organizations/routes/admin.verifications.tsx"),
    route("admin/verifications/:id", "organizations/routes/admin.verification.tsx"),
    route("admin/outbox", "organizations/routes/admin.outbox.tsx"),
    route("admin/events", "organizations/routes/admin.events.tsx"),
  ]),
] satisfies RouteConfig;
