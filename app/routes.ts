import { index, layout, type RouteConfig, route } from "@remix-run/route-config";

/** Every URL and the room that answers it. */
export default [
  // platform
  route("language", "platform/routes/language.ts"),
  route("healthz", "platform/routes/healthz.ts"),
  route("readyz", "platform/routes/readyz.ts"),
  route("metrics", "platform/routes/metrics.ts"),

  // identity
  route("logout", "identity/routes/logout.ts"),

  // pages anyone may read
  layout("public.tsx", [
    // marketplace
    index("marketplace/routes/front.tsx"),

    // identity
    route("login", "identity/routes/login.tsx"),

    // everything else
    route("*", "platform/routes/not-found.tsx"),
  ]),

  // signed-in work
  layout("signed-in.tsx", []),
] satisfies RouteConfig;
