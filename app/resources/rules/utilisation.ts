export type PastSession = {
  fromMinute: number;
  toMinute: number;
  seats: number;
  taken: number;
  came: number;
};

export type Utilisation = {
  sessions: number;
  usedSessions: number;
  offeredMinutes: number;
  usedMinutes: number;
  seats: number;
  taken: number;
  came: number;
  /** used of offered hours, basis points; null where nothing was offered */
  hoursBp: number | null;
};

/**
 * How well a resource was used. Goes in: its sessions that took place, with seats held and people who came. Comes out: sums in
 * minutes, seats and people and the share of hours in which anybody was booked. House rule: a session with one booking is used.
 */
export const utilisation = (sessions: readonly PastSession[]): Utilisation => {
  const sum = (pick: (one: PastSession) => number, of = sessions) =>
    of.reduce((total, one) => total + pick(one), 0);
  const length = (one: PastSession) => one.toMinute - one.fromMinute;
  const used = sessions.filter((one) => one.taken > 0);
  const offeredMinutes = sum(length);
  const usedMinutes = sum(length, used);
  return {
    sessions: sessions.length,
    usedSessions: used.length,
    offeredMinutes,
    usedMinutes,
    seats: sum((one) => one.seats),
    taken: sum((one) => one.taken),
    came: sum((one) => one.came),
    hoursBp: offeredMinutes > 0 ? Math.round((usedMinutes * 10_000) / offeredMinutes) : null,
  };
};

export type TaughtSession = { ownerId: string; bookerId: string; minutes: number };
export type ExchangeLine = { partnerId: string; lentMinutes: number; borrowedMinutes: number };

/**
 * The hours ledger of teachers between schools. Goes in: sessions of teachers that were held, and whose ledger it is. Comes
 * out: a line for each partner with minutes lent to it and borrowed from it, most first. Others' sessions are left out.
 */
export const exchangeLedger = (sessions: readonly TaughtSession[], self: string): ExchangeLine[] => {
  const lines = new Map<string, ExchangeLine>();
  for (const { ownerId, bookerId, minutes } of sessions) {
    if ((ownerId !== self) === (bookerId !== self)) continue;
    const partnerId = ownerId === self ? bookerId : ownerId;
    const line = lines.get(partnerId) ?? { partnerId, lentMinutes: 0, borrowedMinutes: 0 };
    lines.set(partnerId, {
      ...line,
      lentMinutes: line.lentMinutes + (ownerId === self ? minutes : 0),
      borrowedMinutes: line.borrowedMinutes + (bookerId === self ? minutes : 0),
    });
  }
  const hours = (line: ExchangeLine) => line.lentMinutes + line.borrowedMinutes;
  return [...lines.values()].sort((a, b) => hours(b) - hours(a) || a.partnerId.localeCompare(b.partnerId));
};
