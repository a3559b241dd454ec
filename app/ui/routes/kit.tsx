import { KitControls } from "../kit/KitControls";
import { KitForm } from "../kit/KitForm";
import { KitLists } from "../kit/KitLists";
import { KitRecords } from "../kit/KitRecords";
import { PublicShell } from "../PublicShell";

const LINKS = [
  { href: "/listings", label: "找岗位与合作" },
  { href: "/map", label: "资源地图" },
  { href: "/ui", label: "设计系统", current: true },
  { href: "/verify", label: "查验" },
];

/** The instant the samples are told from, so that the page reads the same every day. */
const NOW = "2026-11-22T02:00:00Z";

const TONES = [
  { theme: "light", title: "亮色" },
  { theme: "dark", title: "暗色" },
] as const;

/** Every pattern of the design system with lifelike content, in both tones. */
export default function Kit() {
  return (
    <PublicShell links={LINKS} returnTo="/ui">
      <h1>设计系统</h1>
      <p className="meta">纸、墨、青，朱砂只用于印。每个样式只有一份，页面都从这里取。</p>
      {TONES.map(({ theme, title }) => (
        <div key={theme} data-theme={theme} className="stack mt-6 -mx-4 px-4 py-6">
          <h2 className="text-2xl">{title}</h2>
          <KitLists now={NOW} id={theme} />
          <KitRecords now={NOW} />
          <KitControls id={theme} />
          <KitForm id={theme} />
        </div>
      ))}
    </PublicShell>
  );
}
