import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import type { Tone } from "./StateBadge";

const ICONS: Record<Tone, IconName> = {
  neutral: "info",
  act: "info",
  ok: "pass",
  wait: "alert",
  bad: "stop",
};

/** What just happened, or what the reader must know before going on. A refusal (`bad`) interrupts a screen reader. */
export const Notice = ({ tone = "act", children }: { tone?: Tone; children: ReactNode }) => (
  <div className={`notice notice-${tone}`} role={tone === "bad" ? "alert" : "status"}>
    <Icon name={ICONS[tone]} />
    <div>{children}</div>
  </div>
);
