/** The bridge: an arch on its deck and three piers, white on 青. */
export const Mark = () => (
  <svg viewBox="0 0 30 30" aria-hidden="true">
    <rect width="30" height="30" rx="6" fill="var(--qing)" />
    <path
      d="M4 20c4.5-9 17.5-9 22 0M4 20h22M9.5 20v-5M15 20v-6.7M20.5 20v-5"
      fill="none"
      stroke="var(--surface)"
      strokeWidth="1.9"
      strokeLinecap="round"
    />
  </svg>
);
