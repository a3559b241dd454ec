export type Tab = { href: string; label: string; current?: boolean; count?: number };

/** Views of one list, each an address of its own; the chosen one stands on the strong rule. */
export const Tabs = ({ label, tabs }: { label: string; tabs: readonly Tab[] }) => (
  <nav className="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a key={tab.href} href={tab.href} aria-current={tab.current ? "page" : undefined}>
        {tab.label}
        {tab.count !== undefined && tab.count > 0 && <b className="num">{tab.count}</b>}
      </a>
    ))}
  </nav>
);
