import type { LeafPath } from "~/platform/i18n/words";
import type { words } from "./zh-CN";

export type Words = typeof words;
export type Room = keyof Words;
/** A word key within a room ("state.draft"). */
export type WordKey<R extends Room> = LeafPath<Words[R]>;
/** A word key with its room ("listings.state.draft"), as refusals and mails carry it. */
export type AnyWordKey = LeafPath<Words>;
