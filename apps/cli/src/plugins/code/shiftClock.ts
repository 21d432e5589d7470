const DAY = 86_400_000;

/**
 * Sets the clock of this thread ahead, so that whatever asks it is found out. The time zone stays: modules may have made
 * constants of it that no new process would have.
 * @returns what sets it back
 */
export const shiftClock = (days: number): (() => void) => {
  const { Date: Real } = globalThis;
  const shifted = () => Real.now() + days * DAY;
  globalThis.Date = new Proxy(Real, {
    construct: (target, args: unknown[], newTarget) => Reflect.construct(target, args.length === 0 ? [shifted()] : args, newTarget) as Date,
    apply: () => new Real(shifted()).toString(),
    get: (target, key, receiver) => (key === "now" ? shifted : (Reflect.get(target, key, receiver) as unknown)),
  });
  return () => {
    globalThis.Date = Real;
  };
};
