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

  // spreadsheets: downloads
  route("organization/imports/template/:kind", "organizations/routes/import.template.ts"),
  route("organization/imports/:id/problems", "organizations/routes/import.problems.ts"),
  route("listings/import/template", "marketplace/routes/listings.template.ts"),

  // students: downloads
  route("organization/students/template", "organizations/routes/students.template.ts"),
  route("organization/students/imports/:id/problems", "organizations/routes/students.roster-problems.ts"),
  route("account/children/:id/export", "organizations/routes/account.child-export.ts"),
  route("account/data/export", "organizations/routes/account.data-export.ts"),

  // agreements: what is downloaded
  route("agreements/:id/documents/:did", "agreements/routes/agreement.document.ts"),
  route("agreements/:id/files/:fid", "agreements/routes/agreement.file.ts"),

  // oversight: what is downloaded
  route("map/:format", "oversight/routes/map.export.ts"),
  route("recognition/dossier", "oversight/routes/recognition.dossier.ts"),
  route("oversight/partnerships.csv", "oversight/routes/partnerships.csv.ts"),
  route("oversight/snapshots/:id/:format", "oversight/routes/snapshot.file.ts"),
  route("oversight/alerts/:id/files/:fid", "oversight/routes/alert.file.ts"),
  route("oversight/cards/:id/files/:fid", "oversight/routes/card.file.ts"),
  route("oversight/sheets/template", "oversight/routes/sheets.template.ts"),
  route("oversight/sheets/:id/file", "oversight/routes/sheet.file.ts"),
  route("oversight/dossiers/:id/evidence.zip", "oversight/routes/dossier.zip.ts"),
  route("oversight/downloads/:id/file", "oversight/routes/download.file.ts"),

  // for other programs: search engines, feed readers, calendars
  route("robots.txt", "platform/routes/robots.ts"),
  route("sitemap.xml", "marketplace/routes/sitemap.ts"),
  route("sitemaps/:part", "marketplace/routes/sitemap.part.ts"),
  route("feeds/listings.atom", "marketplace/routes/feed.listings.ts"),
  route("feeds/deadlines/:token/calendar.ics", "deadlines.ts"),
  route("listings/:id/dates.ics", "marketplace/routes/listing.dates.ts"),

  // applications: calendar files and files of profiles
  route("applications/:id/interview.ics", "placements/routes/application.interview.ts"),
  route("applications/:id/files/:fid", "placements/routes/application.file.ts"),
  route("account/profile/files/:fid", "placements/routes/application.file.ts", {
    id: "placements/routes/profile.file",
  }),

  // rounds: the anonymised input and the result
  route("rounds/:id/files/:file", "placements/routes/round.file.ts"),

  // pathways: what is downloaded
  route("transfers/movements/export", "pathways/routes/transfer.movements-export.ts"),

  // through pathways: an empty table of scores
  route("pathways/:id/cohorts/:cid/template", "articulation/routes/pathway.results-template.ts"),

  // surveys: what is downloaded
  route("surveys/:id/results/:format", "surveys/routes/survey.export.ts"),

  // credits: what is downloaded
  route("credits/ledger.csv", "credits/routes/ledger.csv.ts"),
  route("credits/store.csv", "credits/routes/store.csv.ts"),
  route("credits/transcript.json", "credits/routes/transcript.json.ts"),
  route("credits/courses/template", "credits/routes/courses.template.ts"),
  route("credits/claims/:id/file", "credits/routes/claim.file.ts"),

  // shared resources: calendars
  route("resources/:id/calendar.ics", "resources/routes/resource.calendar.ts"),
  route("resources/bookings/:id/calendar.ics", "resources/routes/booking.calendar.ts"),

  // placements: what is downloaded
  route("placements/filing.zip", "placements/routes/placements.filing.ts"),
  route("placements/evidence/:id", "placements/routes/placements.evidence.ts"),
  route("placements/:id/archive.zip", "placements/routes/placement.archive-zip.ts"),
  route("organization/outcomes/template", "placements/routes/outcomes.template.ts"),
  route("placements/pay/template", "placements/routes/placements.pay-template.ts"),
  route("placements/:id/agreement.pdf", "placements/routes/placement.agreement-pdf.ts"),
  route("weeks/:id/:monday/file", "placements/routes/week.file.ts"),
  route("weeks/confirm/:token/files/:record", "placements/routes/weeks.confirm-file.ts"),

  // certificates: what programs read
  route("certificates/:file", "placements/routes/certificate.file.ts"),
  ...["issuer.json", "jwks.json", "revocations.jwt"].map((file) =>
    route(`organizations/:id/${file}`, "placements/routes/issuer.ts", { id: `placements/routes/${file}` }),
  ),

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
  route("api/v1/listings/bulk", "api/routes/listings-bulk.ts"),
  route("api/v1/listings/mine", "api/routes/listings-mine.ts"),
  route("api/v1/listings/:id", "api/routes/listing.ts"),
  route("api/v1/listings/:id/close", "api/routes/listing-close.ts"),
  route("api/v1/rounds/solve", "api/routes/rounds-solve.ts"),
  route("api/v1/regulations/evaluate", "api/routes/regulations-evaluate.ts"),
  route("api/v1/credits/transcript.schema.json", "api/routes/credits-transcript-schema.ts"),
  route("api/v1/credits/transcripts", "api/routes/credits-transcripts.ts"),
  route("api/v1/credits/transcripts/:id", "api/routes/credits-transcript.ts"),
  route("api/v1/credits/transcripts/:id/converted", "api/routes/credits-converted.ts"),
  route("api/v1/credits/transcripts/:id/collected", "api/routes/credits-collected.ts"),
  route("api/v1/credits/reconciliation", "api/routes/credits-reconciliation.ts"),
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
    route("searches/stop/:token", "marketplace/routes/searches.stop.tsx"),
    route("listings/confirm/:token", "marketplace/routes/listings.confirm.tsx"),
    route("listings/:id", "marketplace/routes/listing.tsx"),

    // weeks of interns, from a mentor's letter
    route("weeks/confirm/:token", "placements/routes/weeks.confirm.tsx"),
    route("speak/:token", "placements/routes/speak.tsx"),

    // oversight
    route("map", "oversight/routes/map.tsx"),
    route("programme-cards", "oversight/routes/programme-cards.tsx"),

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

    // students take up their records
    route("join", "organizations/routes/join.tsx"),
    route("join/:code", "organizations/routes/join.record.tsx"),

    // agreements and certificates anybody can check
    route("verify", "agreements/routes/verify.tsx"),
    route("verify/:code", "verify.tsx"),
    route("certificates/shared/:token", "placements/routes/certificate.shared.tsx"),
    route("outcomes/employer/:token", "placements/routes/outcome.employer.tsx"),
    route("outcomes/:token", "placements/routes/outcome.answer.tsx"),

    // pathways anybody can read
    route("transfers/rules", "pathways/routes/transfer.rules.tsx"),
    route("transfers/notices/:id", "pathways/routes/transfer.notice.tsx"),
    route("consents/:token/transfer", "pathways/routes/consent.transfer.tsx"),

    // through pathways taking students
    route("pathways/open", "articulation/routes/pathways.open.tsx"),

    // surveys answered by a link
    route("surveys/answer/:token", "surveys/routes/survey.answer.tsx"),

    // shared resources anybody can look at, and a guardian's word
    route("resources", "resources/routes/resources.tsx"),
    route("resources/guardian/:token", "resources/routes/guardian.tsx"),
    route("resources/:id", "resources/routes/resource.tsx"),

    // everything else
    route("*", "platform/routes/not-found.tsx"),
  ]),

  // signed-in work
  layout("signed-in.tsx", [
    // oversight
    route("oversight", "oversight/routes/oversight.tsx"),
    route("oversight/alerts", "oversight/routes/alerts.tsx"),
    route("oversight/alerts/:id", "oversight/routes/alert.tsx"),
    route("oversight/partnerships", "oversight/routes/partnerships.tsx"),
    route("oversight/consortia", "oversight/routes/consortia.tsx"),
    route("oversight/consortia/:id", "oversight/routes/consortium.tsx"),
    route("oversight/cards", "oversight/routes/cards.tsx"),
    route("oversight/cards/criteria", "oversight/routes/card.criteria.tsx"),
    route("oversight/cards/:id", "oversight/routes/card.tsx"),
    route("oversight/cards/:id/rows", "oversight/routes/card.rows.tsx"),
    route("oversight/proposals", "oversight/routes/proposals.tsx"),
    route("oversight/proposals/new", "oversight/routes/proposal.new.tsx"),
    route("oversight/proposals/:id", "oversight/routes/proposal.tsx"),
    route("oversight/indicators", "oversight/routes/indicators.tsx"),
    route("oversight/indicators/:id", "oversight/routes/indicator.tsx"),
    route("oversight/indicators/:id/rows", "oversight/routes/indicator.rows.tsx"),
    route("oversight/snapshots/:id", "oversight/routes/snapshot.tsx"),
    route("oversight/targets", "oversight/routes/targets.tsx"),
    route("oversight/sheets", "oversight/routes/sheets.tsx"),
    route("oversight/sheets/:id", "oversight/routes/sheet.tsx"),
    route("oversight/bulletins", "oversight/routes/bulletins.tsx"),
    route("oversight/bulletins/:id", "oversight/routes/bulletin.tsx"),
    route("oversight/dossiers", "oversight/routes/dossiers.tsx"),
    route("oversight/dossiers/:id", "oversight/routes/dossier.tsx"),
    route("oversight/recomputation", "oversight/routes/recomputation.tsx"),
    route("oversight/downloads", "oversight/routes/downloads.tsx"),
    route("oversight/downloads/:id", "oversight/routes/download.tsx"),
    route("organization/access-log", "oversight/routes/access-log.tsx"),
    route("oversight/recognition", "oversight/routes/recognition.pool.tsx"),
    route("recognition", "oversight/routes/recognition.tsx"),
    route("rectifications", "oversight/routes/rectifications.tsx"),
    route("rectifications/:id", "oversight/routes/rectification.tsx"),

    // marketplace
    route("workspace", "workspace.tsx"),
    route("enquiries", "marketplace/routes/enquiries.tsx"),
    route("enquiries/new", "marketplace/routes/enquiry.new.tsx"),
    route("enquiries/quota", "marketplace/routes/enquiries.quota.tsx"),
    route("enquiries/:id", "marketplace/routes/enquiry.tsx"),
    route("matches", "marketplace/routes/matches.tsx"),
    route("matches/programmes/:id", "marketplace/routes/matches.programme.tsx"),
    route("matches/listings/:id", "marketplace/routes/matches.listing.tsx"),

    // marketplace: searches kept
    route("searches", "marketplace/routes/searches.tsx"),
    route("searches/new", "marketplace/routes/searches.new.tsx"),

    // marketplace: listings
    route("listings/new", "marketplace/routes/listings.new.tsx"),
    route("listings/mine", "marketplace/routes/listings.mine.tsx"),
    route("listings/import", "marketplace/routes/listings.import.tsx"),
    route("listings/:id/edit/:step", "marketplace/routes/listing.edit.tsx"),

    // rules tried on placements as they are
    route("regulations/sandbox", "placements/routes/regulation.sandbox.tsx"),

    // applications
    route("applications", "placements/routes/applications.tsx"),
    route("applications/new", "placements/routes/application.new.tsx"),
    route("applications/self-found/new", "placements/routes/self-found.new.tsx"),
    route("applications/self-found/:id", "placements/routes/self-found.tsx"),
    route("applications/:id", "placements/routes/application.tsx"),
    route("account/profile", "placements/routes/account.profile.tsx"),

    // rounds
    route("rounds", "placements/routes/rounds.tsx"),
    route("rounds/new", "placements/routes/round.new.tsx"),
    route("rounds/:id", "placements/routes/round.tsx"),
    route("rounds/:id/slots", "placements/routes/round.slots.tsx"),
    route("rounds/:id/slots/:slot", "placements/routes/round.slot.tsx"),
    route("rounds/:id/students", "placements/routes/round.students.tsx"),
    route("rounds/:id/choices", "placements/routes/round.choices.tsx"),
    route("rounds/:id/result", "placements/routes/round.result.tsx"),

    // agreements
    route("agreements", "agreements/routes/agreements.tsx"),
    route("agreements/new", "agreements/routes/agreement.new.tsx"),
    route("agreements/:id", "agreements/routes/agreement.tsx"),
    route("agreements/:id/edit", "agreements/routes/agreement.edit.tsx"),
    route("agreements/:id/parties", "agreements/routes/agreement.parties.tsx"),
    route("agreements/:id/compare", "agreements/routes/agreement.compare.tsx"),
    route("agreements/:id/sign", "agreements/routes/agreement.sign.tsx"),
    route("agreements/:id/amend", "agreements/routes/agreement.amend.tsx"),
    route("agreements/:id/consortium", "agreements/routes/agreement.consortium.tsx"),
    route("agreements/:id/commitments/:cid", "agreements/routes/agreement.commitment.tsx"),

    // pathways: transfers between general and vocational schools
    route("transfers", "pathways/routes/transfers.tsx"),
    route("transfers/new", "pathways/routes/transfer.new.tsx"),
    route("transfers/windows", "pathways/routes/transfer.windows.tsx"),
    route("transfers/quotas", "pathways/routes/transfer.quotas.tsx"),
    route("transfers/pairings", "pathways/routes/transfer.pairings.tsx"),
    route("transfers/assessment/:windowId", "pathways/routes/transfer.assessment.tsx"),
    route("transfers/movements", "pathways/routes/transfer.movements.tsx"),
    route("transfers/flow", "pathways/routes/transfer.flow.tsx"),
    route("transfers/rules/adjust", "pathways/routes/transfer.rules-adjust.tsx"),
    route("transfers/students/new", "pathways/routes/transfer.enrol.tsx"),
    route("transfers/:id", "pathways/routes/transfer.tsx"),

    // through pathways: two stages of education in one course of study
    route("pathways", "articulation/routes/pathways.tsx"),
    route("pathways/new", "articulation/routes/pathway.new.tsx"),
    route("pathways/:id", "articulation/routes/pathway.tsx"),
    route("pathways/:id/edit", "articulation/routes/pathway.edit.tsx"),
    route("pathways/:id/cohorts/:cid", "articulation/routes/pathway.cohort.tsx"),
    route("pathways/:id/cohorts/:cid/import", "articulation/routes/pathway.results.tsx"),

    // surveys: asking and reading what came
    route("surveys", "surveys/routes/surveys.tsx"),
    route("surveys/new", "surveys/routes/survey.new.tsx"),
    route("surveys/:id", "surveys/routes/survey.tsx"),
    route("surveys/:id/sheets", "surveys/routes/survey.sheets.tsx"),

    // credits: catalogues, equivalence tables, conversions, make-up
    route("credits", "credits/routes/credits.tsx"),
    route("credits/courses", "credits/routes/courses.tsx"),
    route("credits/courses/new", "credits/routes/course.new.tsx"),
    route("credits/courses/import", "credits/routes/courses.import.tsx"),
    route("credits/courses/:id", "credits/routes/course.tsx"),
    route("credits/tables", "credits/routes/tables.tsx"),
    route("credits/tables/:id", "credits/routes/table.tsx"),
    route("credits/transfers", "credits/routes/conversions.tsx"),
    route("credits/transfers/:id", "credits/routes/conversion.tsx"),
    route("credits/makeup", "credits/routes/makeup.tsx"),
    route("credits/makeup/:id", "credits/routes/makeup-item.tsx"),
    route("credits/claims", "credits/routes/claims.tsx"),
    route("credits/store", "credits/routes/store.tsx"),

    // shared resources: sharing and booking
    route("resources/mine", "resources/routes/resources.mine.tsx"),
    route("resources/new", "resources/routes/resource.new.tsx"),
    route("resources/bookings", "resources/routes/bookings.tsx"),
    route("resources/bookings/:id", "resources/routes/booking.tsx"),
    route("resources/:id/edit", "resources/routes/resource.edit.tsx"),
    route("resources/:id/manage", "resources/routes/resource.manage.tsx"),

    // placements
    route("weeks", "placements/routes/weeks.tsx"),
    route("concerns", "placements/routes/concerns.tsx"),
    route("concerns/:id", "placements/routes/concern.tsx"),
    route("weeks/:id/:monday", "placements/routes/week.tsx"),
    route("organization/outcomes", "placements/routes/outcomes.tsx"),
    route("placements", "placements/routes/placements.tsx"),
    route("placements/gates", "placements/routes/placements.gates.tsx"),
    route("placements/missing", "placements/routes/placements.missing.tsx"),
    route("placements/weeks", "placements/routes/placements.weeks.tsx"),
    route("placements/findings", "placements/routes/placements.findings.tsx"),
    route("placements/pay", "placements/routes/placements.pay.tsx"),
    route("placements/figures", "placements/routes/placements.figures.tsx"),
    route("organization/rubrics", "placements/routes/rubrics.tsx"),
    route("organization/rubrics/new", "placements/routes/rubric.new.tsx"),
    route("placements/sign", "placements/routes/placements.sign.tsx"),
    route("placements/plans", "placements/routes/placements.plans.tsx"),
    route("placements/plans/:id", "placements/routes/placements.plan.tsx"),
    route("placements/exceptions", "placements/routes/placements.exceptions.tsx"),
    route("placements/:id", "placements/routes/placement.tsx", [
      index("placements/routes/placement.overview.tsx"),
      route("agreement", "placements/routes/placement.agreement.tsx"),
      route("assessment", "placements/routes/placement.assessment.tsx"),
      route("certificate", "placements/routes/placement.certificate.tsx"),
      route("archive", "placements/routes/placement.archive.tsx"),
      route("weeks", "placements/routes/placement.weeks.tsx"),
      route("pay", "placements/routes/placement.pay.tsx"),
      route("concern", "placements/routes/placement.concern.tsx"),
      route("change", "placements/routes/placement.change.tsx"),
    ]),

    // identity
    route("account", "identity/routes/account.tsx"),
    route("account/calendar", "marketplace/routes/account.calendar.tsx"),
    route("account/second-step", "identity/routes/account.second-step.tsx"),
    route("account/password", "identity/routes/account.password.tsx"),
    route("account/children", "identity/routes/account.children.tsx"),

    // students of a school, and everybody's own data
    route("organization/students", "organizations/routes/students.tsx"),
    route("organization/students/import", "organizations/routes/students.import.tsx"),
    route("organization/students/imports/:id", "organizations/routes/students.roster.tsx"),
    route("organization/students/invitations", "organizations/routes/students.invitations.tsx"),
    route("organization/students/invitations/print", "organizations/routes/students.slips.tsx"),
    route("organization/students/requests", "organizations/routes/students.requests.tsx"),
    route("account/children/:id", "organizations/routes/account.child.tsx"),
    route("organization/students/:id", "organizations/routes/student.tsx"),
    route("account/data", "organizations/routes/account.data.tsx"),
    route("organization/members", "identity/routes/members.tsx"),

    // organizations
    route("organization", "organizations/routes/organization.tsx"),
    route("organization/standing", "organizations/routes/organization.standing.tsx"),
    route("organizations/:id/report", "organizations/routes/organization.report.tsx"),
    route("organization/verification", "organizations/routes/verification.tsx"),
    route("organization/posts", "organizations/routes/posts.tsx"),
    route("organization/imports/:id", "organizations/routes/import.tsx"),
    route("organization/posts/import", "organizations/routes/posts.import.tsx"),
    route("organization/posts/new", "organizations/routes/posts.new.tsx"),
    route("organization/posts/:id", "organizations/routes/post.tsx"),
    route("organization/programmes", "organizations/routes/programmes.tsx"),
    route("organization/programmes/import", "organizations/routes/programmes.import.tsx"),
    route("organization/programmes/new", "organizations/routes/programmes.new.tsx"),
    route("organization/programmes/:id", "organizations/routes/programme.tsx"),

    // api: keys and webhooks of the own organization
    route("organization/keys", "api/routes/keys.tsx"),
    route("organization/webhooks", "api/routes/webhooks.tsx"),
    route("organization/webhooks/:id", "api/routes/webhook.tsx"),

    // the operator
    route("admin", "organizations/routes/admin.tsx"),
    route("admin/verifications", "organizations/routes/admin.verifications.tsx"),
    route("admin/verifications/:id", "organizations/routes/admin.verification.tsx"),
    route("admin/organizations", "organizations/routes/admin.organizations.tsx"),
    route("admin/organizations/:id", "organizations/routes/admin.organization.tsx"),
    route("admin/likenesses", "organizations/routes/admin.likenesses.tsx"),
    route("admin/jobs", "organizations/routes/admin.jobs.tsx"),
    route("admin/outbox", "organizations/routes/admin.outbox.ts"),
    route("admin/people", "organizations/routes/admin.people.tsx"),
    route("admin/people/:id", "organizations/routes/admin.person.tsx"),
    route("admin/health", "organizations/routes/admin.health.tsx"),
    route("admin/catalogues", "marketplace/routes/admin.catalogues.tsx"),
    route("admin/events", "organizations/routes/admin.events.tsx"),
  ]),
] satisfies RouteConfig;
