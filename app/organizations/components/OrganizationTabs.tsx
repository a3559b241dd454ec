import { useWords } from "~/words/use-words";

type OrganizationTabsProps = {
  kind: string;
  current: "profile" | "posts" | "programmes" | "verification" | "standing" | "keys" | "webhooks";
  /** Keys and notifications are kept by owners; to others their pages would be dead ends. */
  owner?: boolean;
  posts?: number;
  programmes?: number;
};

/** The pages of the own organization, side by side. */
export const OrganizationTabs = ({ kind, current, owner, posts, programmes }: OrganizationTabsProps) => {
  const t = useWords("organizations");
  const trust = useWords("trust");
  const machines = useWords("machines");
  const tabs = [
    { key: "profile", href: "/organization", label: t("profile.title"), count: undefined },
    ...(kind === "enterprise"
      ? [{ key: "posts", href: "/organization/posts", label: t("posts.title"), count: posts }]
      : []),
    ...(kind === "school"
      ? [
          {
            key: "programmes",
            href: "/organization/programmes",
            label: t("programmes.title"),
            count: programmes,
          },
        ]
      : []),
    { key: "verification", href: "/organization/verification", label: t("progress.title"), count: undefined },
    { key: "standing", href: "/organization/standing", label: trust("standing.title"), count: undefined },
    ...(owner
      ? [
          { key: "keys", href: "/organization/keys", label: machines("keys.title"), count: undefined },
          {
            key: "webhooks",
            href: "/organization/webhooks",
            label: machines("webhooks.title"),
            count: undefined,
          },
        ]
      : []),
  ];
  return (
    <nav aria-label={t("profile.title")} className="mt-4 flex flex-wrap gap-x-6 border-b border-(--line)">
      {tabs.map((tab) => (
        <a
          key={tab.key}
          href={tab.href}
          aria-current={tab.key === current ? "page" : undefined}
          className="flex min-h-11 items-center border-b-3 border-transparent text-(--soft) hover:no-underline aria-[current=page]:border-(--qing) aria-[current=page]:font-semibold aria-[current=page]:text-(--ink)"
        >
          {tab.label}
          {tab.count !== undefined && <span className="num ml-1.5 text-sm">{tab.count}</span>}
        </a>
      ))}
    </nav>
  );
};
