import { Outlet, useLocation } from "@remix-run/react";
import { PublicShell } from "~/ui/PublicShell";
import { useWords } from "~/words/use-words";
import { useRoot } from "./root";

/** The frame of pages anyone may read. */
export default function PublicFrame() {
  const t = useWords("platform");
  const root = useRoot();
  const { pathname, search } = useLocation();
  const links = [
    { href: "/listings", label: t("nav.listings"), current: pathname.startsWith("/listings") },
    { href: "/organizations", label: t("nav.organizations"), current: pathname.startsWith("/organizations") },
    { href: "/map", label: t("nav.map"), current: pathname.startsWith("/map") },
    { href: "/regulations", label: t("nav.regulations"), current: pathname.startsWith("/regulations") },
  ];
  return (
    <PublicShell
      links={links}
      footLinks={[
        { href: "/resources", label: t("nav.resources") },
        { href: "/programme-cards", label: t("nav.cards") },
        { href: "/api/v1/openapi.json", label: t("nav.api") },
      ]}
      returnTo={`${pathname}${search}`}
      {...(root?.person ? { workspace: { href: "/workspace", label: t("nav.workspace") } } : {})}
    >
      <Outlet />
    </PublicShell>
  );
}
