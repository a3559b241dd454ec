import { PublicShell } from "../PublicShell";
import { KitControls } from "./KitControls";
import { KitForm } from "./KitForm";
import { KitLists } from "./KitLists";
import { KitRecords } from "./KitRecords";

/** The instant the samples are told from, so that the page reads the same every day. */
const NOW = "2026-11-22T02:00:00Z";

/** Every pattern of the design system with lifelike content, in the tone asked for. */
export const KitPage = ({ tone }: { tone: "light" | "dark" }) => (
  <div data-theme={tone}>
    <PublicShell
      links={[
        { href: "/ui", label: "设计系统 · 亮色", current: tone === "light" },
        { href: "/ui?tone=dark", label: "暗色", current: tone === "dark" },
      ]}
      returnTo={tone === "dark" ? "/ui?tone=dark" : "/ui"}
      footLinks={[{ href: "/api/v1/openapi.json", label: "开放接口" }]}
    >
      <div className="stack">
        <KitLists now={NOW} />
        <KitRecords now={NOW} />
        <KitControls />
        <KitForm />
      </div>
    </PublicShell>
  </div>
);
